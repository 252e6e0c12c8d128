import { readTimes } from '../dates/read-times.ts'
import type { TimeExpression } from '../dates/time/time-expression.ts'
import { type Figure, figures } from '../figures/figures.ts'
import type { Range } from '../text/range.ts'
import { type Term, terms } from '../tokens/terms.ts'
import { sentences } from './sentences.ts'

/** A sentence of a paragraph with what is read out of it. Offsets of `terms`, `figures` and `times` are the sentence's own. */
export interface Sentence extends Range {
  readonly text: string
  readonly terms: readonly Term[]
  /** Figures that are not part of a time. */
  readonly figures: readonly Figure[]
  readonly times: readonly TimeExpression[]
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** The sentences of a paragraph's text in order, each read on its own. */
export function readSentences(text: string): readonly Sentence[] {
  return sentences(text).map(({ start, end }) => {
    const shown = text.slice(start, end)
    const found = terms(shown)
    const times = readTimes(shown)
    return {
      start,
      end,
      text: shown,
      terms: found,
      figures: figures(shown).filter((figure) => !times.some((time) => overlaps(figure, time))),
      times,
    }
  })
}

/** The terms of a sentence as a set: made anew each time, as sets would take as much memory as all else of the sentences. */
export function termSetOf({ terms }: Pick<Sentence, 'terms'>): ReadonlySet<string> {
  return new Set(terms.map(({ term }) => term))
}
