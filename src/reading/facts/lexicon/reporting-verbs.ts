import { readWordSets } from '../../../resources/resources.ts'

const listed = readWordSets('lexicons/facts/reporting-words.tsv', ['verb', 'discourse', 'hedge'])

/** Verbs that report what someone said or found, folded. */
export const reportingVerbs = listed('verb')

/** The same as alternatives of a pattern, for the forms that follow a speaker. */
export const reportingPattern = [...reportingVerbs].filter((word) => !word.endsWith('ing')).join('|')

/** The forms in -ing as alternatives of a pattern. */
export const reportingGoing = [...reportingVerbs].filter((word) => word.endsWith('ing')).join('|')

/** Words that order the text and say nothing of the world. */
export const discourseWords = listed('discourse')

/** Words that make a claim less sure, or a number less exact. */
export const hedges = listed('hedge')
