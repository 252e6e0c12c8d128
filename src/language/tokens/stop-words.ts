import { eng } from 'stopword/src/stopwords_eng.js'
import { moreStopWords } from '../vocabulary/function-words.ts'

/** English function words, folded: the list of the package `stopword` plus auxiliaries, question words, pronouns and contractions. */
export const stopWords: ReadonlySet<string> = new Set([...eng, ...moreStopWords])
