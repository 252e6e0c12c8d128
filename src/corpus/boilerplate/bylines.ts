import { readTimes } from '../../language/dates/read-times.ts'
import type { TimeExpression } from '../../language/dates/time/time-expression.ts'
import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'
import { nameParticles } from '../../language/vocabulary/function-words.ts'

// The author and the publication time of an article, as news pages print them on a separate line.

const maxBylineLength = 160

/** The words before a day of publication: "Last updated on", "Published:". */
export const publishedLead = /^(?:last\s+)?(?:published|updated|posted|modified)(?:\s+(?:at|on))?:?\s*(?:the\s+)?/i
// What may be next to the day: punctuation, a time of day, a time zone.
const besideDay = /^(?:[\s,|\u2022\u00b7\u2013\u2014-]|\bat\b|\d{1,2}[:.]\d{2}|\b[A-Z]{2,5}\b)*$/
const numericDay = /^\d{1,2}[/.]\d{1,2}[/.]\d/
const readingTime = /^\d{1,3}[ -]min(?:ute)?s?(?: read)?$/i

const by = unicodeRegExp(String.raw`^(?:By|BY|Story by|Words by|Written by)\s+(?=\p{Lu}|the\s+\p{Lu})(.+)$`)
const startsName = unicodeRegExp(String.raw`^\s+\p{Lu}`)
const endsSentence = unicodeRegExp(String.raw`[!?\u2026]$|(?<!\b(?:\p{Lu}|Jr|Sr))\.$`)
const smallWord = unicodeRegExp(String.raw`(?<![\p{L}\p{N}'\u2019.-])\p{Ll}[\p{L}'\u2019]*`, 'g')
const smallInByline: ReadonlySet<string> = new Set(['and', 'the', 'for', 'in', 'of', 'with', ...nameParticles])

const namePart = String.raw`\p{Lu}[\p{L}.'\u2019-]+`
const desk = unicodeRegExp(
  String.raw`^${namePart}(?:\s${namePart}){0,3}\s(?:Staff|Correspondents?|Reporters?|Staff Writers?|News Desk|Desk)(?:\s(?:Writer|Reporter)s?)?(?:\s${namePart}){0,4}$`,
)
const nameAndRole = unicodeRegExp(
  String.raw`^${namePart}(?:\s${namePart}){1,3}(?:,|\s\|)\s(?:${namePart}\s){0,3}(?:[Ss]taff [Ww]riter|[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Cc]olumnist|[Cc]ontributor)$`,
)
const staff = unicodeRegExp(
  String.raw`^((?:\p{Lu}[\p{L}\p{N}&.]*\s){1,3})Staff(?:\s(?:Writer|Reporter)s?)?(?:\s(\p{Lu}.*))?$`,
)

/** Whether a text is the publication day, with nothing but the time of day and punctuation around it. */
function isTimeStamp(text: string): boolean {
  const shown = text.replace(publishedLead, '')
  const times = readTimes(shown)
  const isDay = ({ start, end, meaning }: TimeExpression) =>
    meaning.kind === 'stated' && (meaning.interval?.precision === 'day' || numericDay.test(shown.slice(start, end)))
  if (times.filter(isDay).length !== 1 || times.some((time) => !isDay(time) && time.clock === null)) return false
  const rest = times.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), shown)
  return besideDay.test(rest)
}

/** "By Monday" and "By May" begin a sentence or a heading; "By May Lee" names the author. */
function opensWithTime(text: string): boolean {
  const lead = /^by\s+/i.exec(text)?.[0].length
  const time = lead === undefined ? undefined : readTimes(text)[0]
  return time !== undefined && time.start === lead && !startsName.test(text.slice(time.end))
}

/** "By Jo Doe on October 5, 2016." */
const byOnDay = unicodeRegExp(String.raw`^By\s+(\p{Lu}[\p{L}.'\u2019 -]{1,60}?)\s+on\s+(.{6,40}?)\.?$`)

function isByOnDay(text: string): boolean {
  const day = byOnDay.exec(text)?.[2]
  return day !== undefined && isTimeStamp(day)
}

/** Whether a paragraph is a byline, a desk's credit, or the publication day and time. */
export function isByline(text: string): boolean {
  if (text.length > maxBylineLength) return false
  if (isByOnDay(text)) return true
  if (isTimeStamp(text) || readingTime.test(text) || desk.test(text) || nameAndRole.test(text)) return true
  const names = opensWithTime(text) || endsSentence.test(text) ? undefined : by.exec(text)?.[1]
  return names !== undefined && [...smallWord.matchAll(names)].every(([word]) => smallInByline.has(word))
}

/** The outlet and the author in a byline: both in "XYZ Staff Jo Doe", only the author in "By Jo Doe | Reporter". */
export function bylineCredit(text: string): { readonly outlet: string | null; readonly author: string | null } {
  const [, outlet, author] = staff.exec(text) ?? []
  const names = isByOnDay(text) ? byOnDay.exec(text)?.[1] : by.exec(text)?.[1]?.split('|', 1)[0]
  return { outlet: outlet?.trim() ?? null, author: author?.trim() ?? names?.trim() ?? null }
}
