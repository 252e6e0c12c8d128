import { dates } from '../text/dates.ts'
import { type Figure, figures } from '../text/figures.ts'
import type { Range } from '../text/range.ts'
import { sentences } from '../text/sentences.ts'
import { type Term, terms } from '../text/terms.ts'

/** A sentence of a paragraph with what is read out of it. Offsets of `terms`, `figures` and `dates` are the sentence's own. */
export interface Sentence extends Range {
  readonly text: string
  readonly terms: readonly Term[]
  /** Figures that are not part of a date. */
  readonly figures: readonly Figure[]
  readonly dates: readonly Range[]
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** The sentences of a paragraph's text in order, each read on its own. */
export function readSentences(text: string): readonly Sentence[] {
  return sentences(text).map(({ start, end }) => {
    const shown = text.slice(start, end)
    const found = terms(shown)
    const days = dates(shown)
    return {
      start,
      end,
      text: shown,
      terms: found,
      figures: figures(shown).filter((figure) => !days.some((day) => overlaps(figure, day))),
      dates: days,
    }
  })
}

/** The terms of a sentence as a set: made anew each time, as sets would take as much memory as all else of the sentences. */
export function termSetOf({ terms }: Pick<Sentence, 'terms'>): ReadonlySet<string> {
  return new Set(terms.map(({ term }) => term))
}
