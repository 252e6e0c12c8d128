import type { Range } from '../text/range.ts'

/** How exact a figure is in the text: exact, a lower bound, an upper bound, or approximate. */
export type FigureBound = 'exact' | 'least' | 'most' | 'about'

/** A bound directly before a figure. Offsets are relative to the text. */
export interface BoundPhrase extends Range {
  readonly bound: FigureBound
  /** The relation as a symbol: phrases with the same relation are synonyms ("over", "more than"). */
  readonly relation: '>' | '>=' | '<' | '<=' | '~' | '~<'
}

const phrases: readonly (readonly [BoundPhrase['relation'], FigureBound, RegExp])[] = [
  ['>=', 'least', /\b(?:at least|no fewer than|no less than|not less than)\s+$/i],
  ['<=', 'most', /\b(?:at most|up to|as many as|as much as|no more than)\s+$/i],
  ['>', 'least', /\b(?:more than|over|above|upwards of)\s+$/i],
  ['<', 'most', /\b(?:fewer than|less than|under|below)\s+$/i],
  ['~<', 'about', /\b(?:nearly|almost|close to)\s+$/i],
  ['~', 'about', /\b(?:about|around|some|roughly|approximately|an estimated)\s+$/i],
]

/** The maximum length of a bound phrase with the space after it, in UTF-16 units. */
const reach = 24

/** The bound phrase before the figure at `start`, or null. */
export function boundBefore(text: string, start: number): BoundPhrase | null {
  const lead = text.slice(Math.max(0, start - reach), start)
  for (const [relation, bound, phrase] of phrases) {
    const found = phrase.exec(lead)
    if (found !== null) return { bound, relation, start: start - found[0].length, end: start }
  }
  return null
}
