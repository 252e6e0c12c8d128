import type { Range } from '../../language/text/range.ts'
import { referringSource } from '../../language/vocabulary/referring-words.ts'
import type { Candidate } from './retrieve/candidate-sentences.ts'

/** A beginning that refers to someone or something in the sentence before; at most three words may precede it. */
const backward = new RegExp(String.raw`^(?:\p{L}+,?\s+){0,3}?${referringSource()}`, 'iu')
/** An "it" that refers to nothing: "It is unclear what …", "It was Smith who …". */
const emptyIt =
  /^it\s+(?:is|was|remains|remained|seems|seemed)\s+(?:\p{L}+\s+){0,2}(?:that|what|whether|how|who|which|if|to|when|why)\b/iu
const quoteMark = /^["'\u201c\u2018]/
const opening = 80
/** The longest sentence, in UTF-16 units, that is shown as context before another. */
const maxPrecedingLength = 320

/** Whether a sentence cannot be understood without the one before it. */
export function needsPrecedingSentence(text: string): boolean {
  const start = text.slice(0, opening)
  return backward.test(start) && !emptyIt.test(start) && !quoteMark.test(start)
}

/** What is shown of a candidate: its sentence, and the one before if the sentence cannot be understood without it. */
export function snippetRange({ sentence, paragraph, at }: Candidate): Range {
  const before = paragraph.sentences[at - 1]
  const includesPreceding =
    before !== undefined && needsPrecedingSentence(sentence.text) && before.end - before.start <= maxPrecedingLength
  return { start: includesPreceding ? before.start : sentence.start, end: sentence.end }
}
