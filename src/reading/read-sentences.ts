import { dates } from '../text/dates.ts'
import { type Figure, figures } from '../text/figures.ts'
import type { Range } from '../text/range.ts'
import { sentences } from '../text/sentences.ts'
import { type Term, terms } from '../text/terms.ts'

/** A sentence of a paragraph with what is read out of it. Offsets of `terms`, `figures` and `dates` are the sentence's own. */
export interface Sentence extends Range {
  readonly text: string
  readonly terms: readonly Term[]
  readonly termSet: ReadonlySet<string>
  /** Figures that are not part of a date. */
  readonly figures: readonly Figure[]
  readonly dates: readonly Range[]
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** The sentences of a paragraph's text in order, each read on its own. */
export function readSentences(text: string): readonly Sentence[] {
  return sentences(text).map((range) => {
    const shown = text.slice(range.start, range.end)
    const found = terms(shown)
    const days = dates(shown)
    return {
      ...range,
      text: shown,
      terms: found,
      termSet: new Set(found.map(({ term }) => term)),
      figures: figures(shown).filter((figure) => !days.some((day) => overlaps(figure, day))),
      dates: days,
    }
  })
}
