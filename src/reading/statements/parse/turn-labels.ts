import { isTitleCase } from '../../../language/text/title-case.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { genderOfFirstName } from '../lexicon/first-names.ts'

// The labels of a transcript, and who they mean.

const clock = String.raw`\d{1,2}:\d{2}(?::\d{2})?`
const exactClock = String.raw`${clock}(?:[.,]\d{1,3})?`
/** A time at the start of a turn: "[00:00:12]", "(1:05)", "12:30 –". */
const time = String.raw`(?:[[(]?${exactClock}[\])]?\s*(?:[\u2013\u2014-]\s*)?)?`
const namePart = String.raw`\p{Lu}[\p{L}\p{M}.'\u2019-]{0,30}`
const particle = '(?:de|da|do|dos|di|du|van|von|der|den|of|la|le|el|al|bin)'
const name = String.raw`(${namePart}(?: (?:${namePart}|${particle})){0,5}(?: \d{1,2})?)`
const fullLabel = String.raw`${name}(?:,? \([^()]{1,60}\))?`
const timeInBrackets = String.raw`[[(]${exactClock}[\])]`
/** A label followed by the words of the turn, and a label on a line of its own. */
const turnPattern = unicodeRegExp(
  String.raw`^\s*(?:>>\s*)?(?:\*\*|__)?${time}${fullLabel}\s*:(?:\*\*|__)?\s+(?:\*\*|__)?(?=[\u201c"\u2018'([\u2026\u2014-]{0,2}\s?\p{L})`,
)
const linePattern = unicodeRegExp(
  String.raw`^\s*(?:\*\*|__)?${time}${fullLabel}\s*(?::(?:\*\*|__)?(?:\s*${timeInBrackets})?|(?:\*\*|__)?\s*[[(]?${clock}[\])]?:?)$`,
)
const bracketPattern = unicodeRegExp(String.raw`^\[${name}\]\s+${clock}$`)
/** A label with a time in brackets before the words: "Ana Lima (00:12) The pier …". */
const timedPattern = unicodeRegExp(String.raw`^${name}\s*${timeInBrackets}:?\s+(?=["\u201c\u2018(]?\p{L})`)
/** A name and nothing else. */
const nameAlonePattern = unicodeRegExp(
  String.raw`^((?:${namePart} (?:(?:${namePart}|${particle}) ){0,2}${namePart})|Speaker \d{1,2})$`,
)
/** Labels that give a role in the conversation, and no name. */
const unnamed =
  /^(?:q|a|(?:unknown |unidentified )?(?:speaker|participant|interviewer|interviewee|moderator|host|guest|audience(?: member)?|question|answer|male|female|man|woman)(?: \d{1,2})?)$/i
const initialsPattern = unicodeRegExp(String.raw`^(?:\p{Lu}\.?){2,4}$`)
const interviewWith =
  /\b(?:interview(?:s|ed)?|conversation|q ?& ?a|talk(?:s|ing)?|chat(?:s|ting)?|speak(?:s|ing)?|questions) (?:with|for|to) /i
const capitalWords = unicodeRegExp(
  String.raw`\p{Lu}[\p{L}\p{M}.'\u2019-]+(?: (?:${namePart}|${particle})){0,3} \p{Lu}[\p{L}\p{M}'\u2019-]+`,
)
const capitalised = unicodeRegExp(String.raw`\p{L}[\p{L}\p{M}'\u2019]*`, 'g')

/** What introduces a turn. */
export interface Label {
  readonly name: string
  readonly start: number
  readonly end: number
  /** Where the words begin; null if the label is on a line of its own. */
  readonly words: number | null
}

/** The fewest words of a headline that looks like a labelled turn: "Mayor Lima: The Pier Is Safe and Will Stay Open". */
const minHeadlineWords = 6
const maxHeadlineWords = 40

function isTitleCaseLine(text: string): boolean {
  const words = text.split(/\s+/, maxHeadlineWords + 1)
  return words.length >= minHeadlineWords && words.length <= maxHeadlineWords && isTitleCase(words)
}

/** The label that a paragraph begins with or consists of, or null. */
export function labelIn(text: string): Label | null {
  if (isTitleCaseLine(text)) return null
  const match = [turnPattern, linePattern, bracketPattern, timedPattern]
    .map((pattern) => pattern.exec(text))
    .find((found) => found !== null)
  const name = match?.[1]
  if (match === undefined || name === undefined) return null
  const start = text.indexOf(name)
  const isLine = match[0].length === text.length
  return { name, start, end: start + name.length, words: isLine ? null : match[0].length }
}

/** The label that is a paragraph of nothing but a name, or null. */
export function nameAlone(text: string): Label | null {
  const name = nameAlonePattern.exec(text)?.[1]
  return name === undefined ? null : { name, start: 0, end: name.length, words: null }
}

/** Whether a label gives a role in the conversation ("Q", "Speaker 2"), and no name. */
export function isUnnamed(label: string): boolean {
  return unnamed.test(label)
}

/** Whether a label begins with a common first name. */
export function hasFirstName(label: string): boolean {
  return genderOfFirstName(label.split(' ', 1)[0]?.toLowerCase() ?? '') !== undefined
}

/** A name in capitals as it is usually written: "MARTA DIAS" is Marta Dias. */
function asName(label: string): string {
  if (label !== label.toUpperCase() || !label.includes(' ')) return label
  return label.replace(capitalised, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .filter((letter) => letter !== letter.toLowerCase())
    .join('')
}

/** The person that a heading says is interviewed ("An interview with Ana Lima"), or null. */
export function interviewed(headings: readonly string[]): string | null {
  for (const heading of headings) {
    const match = interviewWith.exec(heading)
    const name = match === null ? null : capitalWords.exec(heading.slice(match.index + match[0].length))
    if (name?.index === 0) return name[0]
  }
  return null
}

/** The full name that each label means: names in full as they are, initials and single names by the full names, "A:" by the heading. */
export function speakersOf(labels: readonly Label[], headings: readonly string[]): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>()
  const full = [
    ...new Set(labels.map(({ name }) => asName(name)).filter((name) => name.includes(' ') && !isUnnamed(name))),
  ]
  const only = (names: readonly string[]) => (names.length === 1 ? (names[0] ?? null) : null)
  for (const { name } of labels) {
    if (found.has(name)) continue
    const shown = asName(name)
    if (isUnnamed(name)) found.set(name, name === 'A' ? interviewed(headings) : null)
    else if (shown.includes(' ')) found.set(name, shown)
    else if (initialsPattern.test(name)) {
      const letters = name.replaceAll('.', '')
      found.set(name, only(full.filter((one) => initialsOf(one) === letters)))
    } else {
      const folded = name.toLowerCase()
      found.set(name, only(full.filter((one) => one.toLowerCase().split(' ').includes(folded))))
    }
  }
  return found
}
