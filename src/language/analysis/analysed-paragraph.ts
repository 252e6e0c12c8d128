import { sentences } from '../sentences/sentences.ts'
import { firstWhere } from '../text/first-where.ts'
import { firstEndingAfter, type Range } from '../text/range.ts'
import { type Term, termsOf } from '../tokens/terms.ts'
import type { Word } from '../tokens/words.ts'
import { keepWords, type Text, wordsOf } from './recent-words.ts'
import { readSentence, type Sentence } from './sentence.ts'
import { shifted, wordsIn } from './words-in-range.ts'

/** A paragraph's text with its analysis. Each field is computed on first use. */
export class AnalysedParagraph {
  readonly text: string
  #ranges: readonly Range[] | undefined
  #sentences: readonly Sentence[] | undefined

  constructor(text: string) {
    this.text = text
  }

  get words(): readonly Word[] {
    return wordsOf(this)
  }

  /** The content words, including country names that cross a sentence boundary. */
  get terms(): readonly Term[] {
    return termsOf(this.words)
  }

  /** The sentences as ranges, in order. */
  get sentenceRanges(): readonly Range[] {
    this.#ranges ??= this.#sentences ?? sentences(this.text)
    return this.#ranges
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= this.sentenceRanges.map((range) => this.#sentenceAt(range))
    this.#ranges = this.#sentences
    return this.#sentences
  }

  /** The whole sentences that overlap a range, as one range. */
  sentencesAround({ start, end }: Range): Range {
    const ranges = this.sentenceRanges
    const first = ranges[firstEndingAfter(ranges, start)]
    const last = ranges[firstWhere(ranges, (sentence) => sentence.start >= end) - 1]
    if (first === undefined || last === undefined || first.start >= end || last.end <= start)
      return { start: 0, end: this.text.length }
    return { start: first.start, end: last.end }
  }

  #sentenceAt(range: Range): Sentence {
    const words = shifted(wordsIn(this, range), -range.start)
    const sentence = readSentence(this.text.slice(range.start, range.end), range, words)
    keepWords(sentence, words)
    return sentence
  }
}

/** The texts whose analyses are cached: of this many characters in all, more than an article has. An analysis takes about forty bytes per character. */
export const maxAnalysedCharacters = 10_000_000

const known = new WeakMap<Text, AnalysedParagraph>()
/** The texts in `known`, the oldest first. They are held weakly: an article that is no longer used is forgotten with its analyses. */
const recent = new Set<{ readonly text: WeakRef<Text>; readonly length: number }>()
let characters = 0

/**
 * The analysis of a paragraph, cached: paragraphs never change, and those of unchanged articles are reused in the next generation. The oldest
 * ones are forgotten, so that a bot which runs for months does not keep those of all articles.
 */
export function analyse(text: Text): AnalysedParagraph {
  const found = known.get(text)
  if (found !== undefined) return found
  const analysed = new AnalysedParagraph(text.text)
  const { length } = text.text
  known.set(text, analysed)
  recent.add({ text: new WeakRef(text), length })
  characters += length
  for (const oldest of recent) {
    if (characters <= maxAnalysedCharacters || recent.size === 1) break
    recent.delete(oldest)
    characters -= oldest.length
    const forgotten = oldest.text.deref()
    if (forgotten !== undefined) known.delete(forgotten)
  }
  return analysed
}
