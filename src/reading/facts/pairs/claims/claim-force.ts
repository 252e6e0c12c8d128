import { numberOfIso } from '../../../../language/dates/time/calendar.ts'
import { unicodeRegExp } from '../../../../language/text/unicode-regexp.ts'
import type { Claim } from '../../extract/claim.ts'

/** How a claim is put forward. */
export interface ClaimForce {
  readonly isQuoted: boolean
  readonly isModal: boolean
  /** Whether it is about another thing than the rest of the article. */
  readonly isAnother: boolean
  /** Whether it names a time far from the date of its article. */
  readonly isDistant: boolean
}

const quotation = /[\u201c"][^\u201c\u201d"]{8,}[\u201d"]?/u
// Source: the modal verbs, and the verbs and adjectives of expectation, of Quirk et al. (1985), 4.49-65 and 16.31.
const modal = unicodeRegExp(
  String.raw`\b(?:may|might|could|would|should|expect(?:s|ed)?|forecasts?|likely|predict(?:s|ed)?|hopes?|wants?|plans?|planned)\b`,
  'i',
)
// Words that set something off from what an article is about. Source: the comparative adjectives of Quirk et al. (1985), 5.23 and 7.85.
const another = unicodeRegExp(
  String.raw`\b(?:another|others?|rivals?|previous(?:ly)?|earlier|last (?:year|month|season|winter|summer|spring|autumn)|neighbou?ring|similar|formerly|unlike|compared)\b`,
  'i',
)

const distantDays = 45

/** Whether a claim names a time far from the date of its article. */
function hasDistantTime({ article: { date }, content: { times } }: Claim): boolean {
  const today = date === null ? null : numberOfIso(date)
  if (today === null) return false
  const isDistant = (day: string) => Math.abs((numberOfIso(day) ?? today) - today) > distantDays
  return times.some(({ interval }) => interval !== null && isDistant(interval.start) && isDistant(interval.end))
}

/** Reads how a claim is put forward. */
export function claimForce(claim: Claim): ClaimForce {
  const shown = claim.sentence.text.slice(claim.focus.start, claim.focus.end)
  return {
    isQuoted: quotation.test(shown),
    isModal: modal.test(shown),
    isAnother: another.test(shown),
    isDistant: hasDistantTime(claim),
  }
}
