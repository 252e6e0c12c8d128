import { readWordSets } from '../../../resources/resources.ts'

const listed = readWordSets('lexicons/facts/reporting-words.tsv', ['verb', 'discourse', 'hedge'])

/** Verbs that report what someone said or found, folded. */
export const reportingVerbs = listed('verb')

/** The same as regex alternatives, for the forms that follow a speaker. */
export const reportingPattern = [...reportingVerbs].filter((word) => !word.endsWith('ing')).join('|')

/** The -ing forms as regex alternatives. */
export const reportingGoing = [...reportingVerbs].filter((word) => word.endsWith('ing')).join('|')

/** Words that structure the text and carry no content. */
export const discourseWords = listed('discourse')

/** Words that make a claim less sure, or a number less exact. */
export const hedges = listed('hedge')
