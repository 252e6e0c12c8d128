import type { Range } from '../../../language/text/range.ts'
import { compareWording, type Wording, type WordingComparison } from '../../alignment/compare-wording.ts'
import type { Claim } from '../extract/claim.ts'

/** What is read of a report's words is kept: it is compared with many. */
const wordings = new WeakMap<Claim, Wording>()

/** The part of the sentence that is meant, as a wording of its article's date. */
function wordingOf(report: Claim): Wording {
  const { sentence, focus, article } = report
  const known = wordings.get(report)
  if (known !== undefined) return known
  const text = sentence.text.slice(focus.start, focus.end)
  const wording = { text, date: article.date, ...(text.length === sentence.text.length && { sentence }) }
  wordings.set(report, wording)
  return wording
}

/** Lays what two reports say side by side, word by word. Offsets of its tokens are those of each report's focus. */
export function compareReports(left: Claim, right: Claim): WordingComparison {
  return compareWording(wordingOf(left), wordingOf(right))
}

/** Offsets in a report's focus as offsets in its sentence. */
export function inSentence({ focus }: Claim, { start, end }: Range): Range {
  return { start: start + focus.start, end: end + focus.start }
}
