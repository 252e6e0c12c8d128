import type { Range } from '../../../language/text/range.ts'
import { oncePerObject } from '../../../resources/once-per-key.ts'
import { compareWording, type Wording, type WordingComparison } from '../../alignment/compare-wording.ts'
import type { Claim } from '../extract/claim.ts'

/** The focus of a report, as a wording with its article's date. Cached because each report is compared with many others. */
const wordingOf = oncePerObject(({ sentence, focus, article }: Claim): Wording => {
  const text = sentence.text.slice(focus.start, focus.end)
  return { text, date: article.date, ...(text.length === sentence.text.length && { sentence }) }
})

/** Aligns two reports word by word. Token offsets are relative to each report's focus. */
export function compareReports(left: Claim, right: Claim): WordingComparison {
  return compareWording(wordingOf(left), wordingOf(right))
}

/** Converts offsets in a report's focus to offsets in its sentence. */
export function inSentence({ focus }: Claim, { start, end }: Range): Range {
  return { start: start + focus.start, end: end + focus.start }
}
