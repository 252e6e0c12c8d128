import { pattern } from '../text/pattern.ts'

// Who wrote an article and when it was printed, as news pages state it on a line of its own.

const longestByline = 160

const clock = String.raw`\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,5})?`
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const day = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:${month}\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+${month},?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})`
const sign = String.raw`[\s,|\u2022\u00b7\u2013\u2014-]*`
const timeStamp = new RegExp(
  String.raw`^(?:(?:last\s+)?(?:published|updated|posted|modified)(?:\s+(?:at|on))?:?\s*)?(?:${clock}${sign}${day}|${day}${sign}(?:at\s+)?(?:${clock})?)$`,
  'i',
)
const readingTime = /^\d{1,3}[ -]min(?:ute)?s?(?: read)?$/i

const by = pattern(String.raw`^(?:By|BY|Story by|Words by|Written by)\s+(?=\p{Lu}|the\s+\p{Lu})(.+)$`)
// "By Monday" and "By May" begin a sentence or a heading.
const byTime = pattern(
  String.raw`^by\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|june|july|august|september|october|november|december)\b(?!\s+\p{Lu})|(?:christmas|easter|ramadan)\b)`,
  'i',
)
const endsSentence = pattern(String.raw`[!?\u2026]$|(?<!\b(?:\p{Lu}|Jr|Sr))\.$`)
const smallWord = pattern(String.raw`(?<![\p{L}\p{N}'\u2019.-])\p{Ll}[\p{L}'\u2019]*`, 'g')
const nameParticles = new Set(
  'and the for in of with de del della der den di da dos du la le van von bin al el ter'.split(' '),
)

const namePart = String.raw`\p{Lu}[\p{L}.'\u2019-]+`
const desk = pattern(
  String.raw`^${namePart}(?:\s${namePart}){0,3}\s(?:Staff|Correspondents?|Reporters?|Staff Writers?|News Desk|Desk)(?:\s(?:Writer|Reporter)s?)?(?:\s${namePart}){0,4}$`,
)
const nameAndRole = pattern(
  String.raw`^${namePart}(?:\s${namePart}){1,3}(?:,|\s\|)\s(?:${namePart}\s){0,3}(?:[Ss]taff [Ww]riter|[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Cc]olumnist|[Cc]ontributor)$`,
)
const staff = pattern(
  String.raw`^((?:\p{Lu}[\p{L}\p{N}&.]*\s){1,3})Staff(?:\s(?:Writer|Reporter)s?)?(?:\s(\p{Lu}.*))?$`,
)

/** Whether a paragraph is a byline, a desk's credit, or the day and hour of printing. */
export function isByline(text: string): boolean {
  if (text.length > longestByline) return false
  if (timeStamp.test(text) || readingTime.test(text) || desk.test(text) || nameAndRole.test(text)) return true
  const names = byTime.test(text) || endsSentence.test(text) ? undefined : by.exec(text)?.[1]
  return names !== undefined && [...smallWord.matchAll(names)].every(([word]) => nameParticles.has(word))
}

/** The outlet and the author that a byline names: "XYZ Staff Jo Doe" both, "By Jo Doe | Reporter" the author. */
export function bylineCredit(text: string): { readonly outlet: string | null; readonly author: string | null } {
  const [, outlet, author] = staff.exec(text) ?? []
  const names = by.exec(text)?.[1]?.split('|', 1)[0]
  return { outlet: outlet?.trim() ?? null, author: author?.trim() ?? names?.trim() ?? null }
}
