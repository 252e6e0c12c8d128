import type { Range } from '../../../language/text/range.ts'
import { compareWording, type Wording, type WordingComparison } from '../../alignment/compare-wording.ts'
import type { Claim } from '../extract/claim.ts'

/** Cached because each report is compared with many others. */
const wordings = new WeakMap<Claim, Wording>()

/** The focus of the report, as a wording with its article's date. */
function wordingOf(report: Claim): Wording {
  const { sentence, focus, article } = report
  const known = wordings.get(report)
  if (known !== undefined) return known
  const text = sentence.text.slice(focus.start, focus.end)
  const wording = { text, date: article.date, ...(text.length === sentence.text.length && { sentence }) }
  wordings.set(report, wording)
  return wording
}

/** Aligns two reports word by word. Token offsets are relative to each report's focus. */
export function compareReports(left: Claim, right: Claim): WordingComparison {
  return compareWording(wordingOf(left), wordingOf(right))
}

/** Converts offsets in a report's focus to offsets in its sentence. */
export function inSentence({ focus }: Claim, { start, end }: Range): Range {
  return { start: start + focus.start, end: end + focus.start }
}
