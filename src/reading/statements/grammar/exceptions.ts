import { isNegationWord } from '../../../language/vocabulary/negation.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'

// "Lima said nothing but “No.”": the quoted words are what is excepted from the denial, so they were spoken. Source of the
// constructions: Quirk et al., A Comprehensive Grammar of the English Language (1985), 9.58 and 15.44 (exception).

const exceptives = new Set(['but', 'except', 'save', 'besides', 'beyond', 'than'])
/** Between the exceptive and the marks: "nothing but the word “No”", "no more than this: “No.”", "not “yes” but rather “no”". */
const betweenWords = new Set([
  ':',
  ',',
  'that',
  'rather',
  'the',
  'words',
  'word',
  'this',
  'a',
  'an',
  'one',
  'only',
  'for',
])
const maxBetween = 4
/** How far before the exceptive the denial can be, in tokens: "said nothing to the press at the harbour but “No.”". */
const maxDenial = 14
const excludable = new Set(['nothing', 'anything', 'no', 'little', 'neither', 'none', 'hardly'])

/** The token of the exceptive that introduces a quotation ("nothing but “No.”", "not “yes” but “no”"), or -1. */
export function exceptive(frame: ParsedParagraph, quote: number): number {
  const { tokens } = frame
  const { from } = frame.sentenceOf(quote)
  let at = quote - 1
  while (at >= from && quote - at <= maxBetween && betweenWords.has(tokens[at]?.lower ?? '')) at--
  if (at < from || !exceptives.has(tokens[at]?.lower ?? '')) return -1
  for (let before = at - 1; before >= Math.max(from, at - maxDenial); before--) {
    const lower = tokens[before]?.lower ?? ''
    if (excludable.has(lower) || isNegationWord(lower)) return at
  }
  return -1
}

export const isException = (frame: ParsedParagraph, quote: number): boolean => exceptive(frame, quote) >= 0
