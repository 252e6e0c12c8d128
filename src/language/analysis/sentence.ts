import { readTimes } from '../dates/read-times.ts'
import type { TimeExpression } from '../dates/time/time-expression.ts'
import { type Figure, figures } from '../figures/figures.ts'
import { overlaps, type Range } from '../text/range.ts'
import { type Term, termsOf } from '../tokens/terms.ts'
import { type Word, words } from '../tokens/words.ts'
import { keepWords } from './recent-words.ts'

/** A sentence of a paragraph with its analysis. Offsets of `terms`, `figures` and `times` are relative to the sentence. */
export interface Sentence extends Range {
  readonly text: string
  readonly terms: readonly Term[]
  /** Figures that are not part of a time. */
  readonly figures: readonly Figure[]
  readonly times: readonly TimeExpression[]
}

/** A sentence whose figures and times are read when they are first used: most questions look at its terms only. */
class ReadSentence implements Sentence {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly terms: readonly Term[]
  #times: readonly TimeExpression[] | undefined
  #figures: readonly Figure[] | undefined

  constructor(text: string, { start, end }: Range, terms: readonly Term[]) {
    this.text = text
    this.start = start
    this.end = end
    this.terms = terms
  }

  get times(): readonly TimeExpression[] {
    this.#times ??= readTimes(this.text)
    return this.#times
  }

  get figures(): readonly Figure[] {
    this.#figures ??= figures(this.text).filter((figure) => !this.times.some((time) => overlaps(figure, time)))
    return this.#figures
  }
}

/** Reads the sentence at a range of a paragraph. `found` are its words. */
export function readSentence(text: string, range: Range, found: readonly Word[]): Sentence {
  return new ReadSentence(text, range, termsOf(found))
}

/** A standalone text as one sentence: part of a sentence, or user input. */
export function asSentence(text: string): Sentence {
  const found = words(text)
  const sentence = readSentence(text, { start: 0, end: text.length }, found)
  keepWords(sentence, found)
  return sentence
}

/** The terms of a sentence as a set. Not cached: the sets would take as much memory as everything else in all sentences. */
export function termSetOf({ terms }: Pick<Sentence, 'terms'>): ReadonlySet<string> {
  return new Set(terms.map(({ term }) => term))
}
