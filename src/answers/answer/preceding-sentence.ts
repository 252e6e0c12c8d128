import type { Sentence } from '../../language/analysis/sentence.ts'
import { referringSource } from '../../language/vocabulary/referring-words.ts'

/** A beginning that refers to someone or something in the sentence before; at most three words may precede it. */
const backward = new RegExp(String.raw`^(?:\p{L}+,?\s+){0,3}?${referringSource()}`, 'iu')
/** An "it" that refers to nothing: "It is unclear what …", "It was Smith who …". */
const emptyIt =
  /^it\s+(?:is|was|remains|remained|seems|seemed)\s+(?:\p{L}+\s+){0,2}(?:that|what|whether|how|who|which|if|to|when|why)\b/iu
const quoteMark = /^["'\u201c\u2018]/
const opening = 80
/** The longest context, in UTF-16 units, that is shown before a sentence, or after it. */
export const maxPrecedingLength = 320

/** Whether a sentence cannot be understood without the one before it. */
export function needsPrecedingSentence(text: string): boolean {
  const start = text.slice(0, opening)
  return backward.test(start) && !emptyIt.test(start) && !quoteMark.test(start)
}

/**
 * The sentence before the one at `at`, if that one cannot be understood without it. Null if there is none, or if it is too long to be shown
 * with it.
 */
export function precedingSentence(sentences: readonly Sentence[], at: number): Sentence | null {
  const [before, sentence] = [sentences[at - 1], sentences[at]]
  if (before === undefined || sentence === undefined || !needsPrecedingSentence(sentence.text)) return null
  return before.end - before.start <= maxPrecedingLength ? before : null
}
