import { readTimes } from '../../language/dates/read-times.ts'
import type { TimeExpression } from '../../language/dates/time/time-expression.ts'
import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'
import { nameParticles } from '../../language/vocabulary/function-words.ts'

// The author and the publication time of an article, as news pages print them on a separate line.

const maxBylineLength = 160

/** The words before a day of publication: "Last updated on", "Published:". */
const publishedLead =
  /^(?:(?:(?:last|first)\s+)?(?:published|updated|posted|modified|filed|written)(?:\s+(?:at|on))?:?|date:)\s*(?:the\s+)?/i
// What may be next to the day: punctuation, a time of day, a time zone.
const besideDay = /^(?:[\s,|\u2022\u00b7\u2013\u2014-]|\bat\b|\d{1,2}[:.]\d{2}|\b[A-Z]{2,5}\b)*$/
const numericDay = /^\d{1,2}[/.]\d{1,2}[/.]\d/
const readingTimeAlone = /^(?:reading time:?\s*)?(?:~\s*)?\d{1,3}[ -]min(?:ute)?s?(?:[ -]read)?$/i
const readingTime = /(?<![\p{L}\d])\(?\d{1,3}[ -]min(?:ute)?s?(?:[ -]read(?:ing)?)?\)?(?!\p{L})/iu

const by = unicodeRegExp(
  String.raw`^(?:By|BY|(?:Story|Words|Text|Written|Posted|Published|Submitted|Guest post) by)\s+(?=\p{Lu}|the\s+\p{Lu})(.+)$`,
)
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

/** What a text says besides the one day that it states, without the time of day and the reading time; null if it states no day, or several. */
function besidesDay(text: string): string | null {
  const shown = text.replace(publishedLead, '').replace(readingTime, '')
  const times = readTimes(shown)
  const isDay = ({ start, end, meaning }: TimeExpression) =>
    meaning.kind === 'stated' && (meaning.interval?.precision === 'day' || numericDay.test(shown.slice(start, end)))
  if (times.filter(isDay).length !== 1 || times.some((time) => !isDay(time) && time.clock === null)) return null
  return times.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), shown)
}

/** "By Monday" and "By May" begin a sentence or a heading; "By May Lee" names the author. */
function opensWithTime(text: string): boolean {
  const lead = /^by\s+/i.exec(text)?.[0].length
  const time = lead === undefined ? undefined : readTimes(text)[0]
  return time !== undefined && time.start === lead && !startsName.test(text.slice(time.end))
}

const smallName = [...nameParticles].join('|')
const names = String.raw`\p{Lu}[\p{L}\p{M}.'\u2019-]*(?:(?:,? and |, | & | )(?:\p{Lu}[\p{L}\p{M}.'\u2019-]*|(?:${smallName})(?= )))*`
/** What is left of "Posted by Jo Doe on October 5, 2016." without the day. */
const byNames = unicodeRegExp(
  `^(?:(?:[Pp]osted|[Ww]ritten|[Pp]ublished|[Ss]ubmitted|[Ss]tory|[Ww]ords|[Tt]ext|[Aa]dded) )?(?:[Bb]y|BY) (${names})$`,
)
/** What is left of "Jo Doe \u00b7 October 5, 2016" without the day. */
const namesAlone = unicodeRegExp(`^(${names})$`)
const fullName = /^\S+ \S/
const separatesNames = /[|\u2022\u00b7]/
const aroundNames = /^[\s,|\u2022\u00b7\u2013\u2014-]+|(?:[\s,.|\u2022\u00b7\u2013\u2014-]|\b(?:on|at)\b)+$/g
const whitespace = /\s+/g

/** The names in a line that states nothing but the author and the day, from what it says besides the day; null for other lines. */
function namesBesideDay(rest: string): string | null {
  const line = rest.replace(whitespace, ' ').trim()
  const shown = line.replace(aroundNames, '')
  const [, after] = byNames.exec(shown) ?? []
  if (after !== undefined) return after
  const [, alone] = separatesNames.test(line) ? (namesAlone.exec(shown) ?? []) : []
  return alone !== undefined && fullName.test(alone) ? alone : null
}

/** Whether a paragraph is a byline, a desk's credit, or the publication day and time. */
export function isByline(text: string): boolean {
  if (text.length > maxBylineLength) return false
  const rest = besidesDay(text)
  if (rest !== null && (besideDay.test(rest) || namesBesideDay(rest) !== null)) return true
  if (readingTimeAlone.test(text) || desk.test(text) || nameAndRole.test(text)) return true
  const credited = opensWithTime(text) || endsSentence.test(text) ? undefined : by.exec(text)?.[1]
  return credited !== undefined && [...smallWord.matchAll(credited)].every(([word]) => smallInByline.has(word))
}

/** The outlet and the author in a byline: both in "XYZ Staff Jo Doe", only the author in "By Jo Doe | Reporter". */
export function bylineCredit(text: string): { readonly outlet: string | null; readonly author: string | null } {
  const [, outlet, author] = staff.exec(text) ?? []
  const rest = besidesDay(text)
  const credited = (rest === null ? null : namesBesideDay(rest)) ?? by.exec(text)?.[1]?.split('|', 1)[0]
  return { outlet: outlet?.trim() ?? null, author: author?.trim() ?? credited?.trim() ?? null }
}
