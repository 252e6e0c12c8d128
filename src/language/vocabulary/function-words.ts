import { readWordSets } from '../../resources/resources.ts'

const listed = readWordSets('lexicons/language/function-words.tsv', [
  'determiner',
  'possessive',
  'subject-pronoun',
  'preposition',
  'auxiliary',
  'adverb',
  'conjunction',
  'relative',
  'opener',
  'interjection',
  'stop',
  'stop-contraction',
  'name-particle',
  'negation',
  'negative-pronoun',
  'referring',
  'unspaced',
])

// Closed word classes of English, in lower case.

export const determinerWords = listed('determiner')
export const possessivePronouns = listed('possessive')
export const subjectPronouns = listed('subject-pronoun')
export const prepositions = listed('preposition')
export const auxiliaryWords = listed('auxiliary')
export const adverbWords = listed('adverb')
export const conjunctions = listed('conjunction')
export const relatives = listed('relative')
/** Question words of Chinese, Japanese and Thai, which have no spaces around them. */
export const unspacedQuestionWords = listed('unspaced')
/** Words that are capitalised at the start of a sentence without naming anyone. */
const openers = listed('opener')

/** Words that come before the name of the person addressed at the start of a sentence: "Oh Marta". */
export const interjections = listed('interjection')

/** Whether a lower-case word belongs to a closed class, so that its capital at the start of a sentence means nothing. */
export function isFunctionWord(lower: string): boolean {
  return (
    determinerWords.has(lower) ||
    subjectPronouns.has(lower) ||
    prepositions.has(lower) ||
    auxiliaryWords.has(lower) ||
    adverbWords.has(lower) ||
    conjunctions.has(lower) ||
    relatives.has(lower) ||
    openers.has(lower) ||
    lower === 'you' ||
    lower === 'me' ||
    lower === 'him' ||
    lower === 'them' ||
    lower === 'us'
  )
}

/** Whether a word ends a noun phrase on its left: a preposition, an auxiliary, a conjunction, a relative. */
export const isClosedClass = (lower: string): boolean =>
  prepositions.has(lower) || auxiliaryWords.has(lower) || conjunctions.has(lower) || relatives.has(lower)

/** Whether a word only says when, how often or how something happens. */
export const isAdverb = (lower: string): boolean => adverbWords.has(lower) || (lower.length > 4 && lower.endsWith('ly'))

/** Lower-case words inside a name: "de", "van", "al". */
export const nameParticles = listed('name-particle')
/** Words that negate the word next to them, except contractions with "n't". */
export const negationWords = listed('negation')
/** "Nobody", "nothing": they negate the verb whose subject or object they are. */
export const negativePronouns = listed('negative-pronoun')
/** Words that refer to someone or something named before: "he", "its", "such". */
export const referringWords = listed('referring')

/**
 * Function words, folded, that are missing from the English list of the package `stopword`: auxiliaries, question words,
 * pronouns, contractions.
 */
export const moreStopWords: ReadonlySet<string> = new Set([...listed('stop'), ...listed('stop-contraction')])
