import type { Range } from '../text/range.ts'
import { unicodeRegExp } from '../text/unicode-regexp.ts'
import { sentenceSegments } from '../tokens/segments.ts'
import { isBeforeMore, mayClose } from '../vocabulary/abbreviations.ts'

const lastToken = unicodeRegExp(String.raw`(?:^|[\s(\u201c"'\u2018\u2013\u2014/-])([\p{L}\p{M}.]+)\.$`)
const initial = unicodeRegExp(String.raw`^\p{Lu}$`)
const dotted = unicodeRegExp(String.raw`^(?:\p{L}\.)+\p{L}$`)
const startsLower = unicodeRegExp(String.raw`^[\s"'\u201c\u2018(]*\p{Ll}`)
const startsUpperWord =
  /^[\s]*[\u201c"'\u2018(]*(?:The|A|An|It|In|He|She|They|We|I|But|And|That|This|These|Those|His|Her|Its|Their|There|On|At|For|If|When|While|After|Before|As|Meanwhile|However|Some|Many|Several|One|Two)\b/
const endsInsideQuote = /[.?!\u2026]["\u201d'\u2019)\]]+\s*$/
// A short clause that names who spoke belongs to the question or exclamation it follows: “Why?” Smith asked.
const spokenBy = unicodeRegExp(
  String.raw`^(?:\p{Lu}[\p{L}\p{M}.'\u2019-]*\s+){1,4}(?:said|says|asked|asks|added|adds|wrote|writes|told|replied|tweeted|posted)\b`,
)

// Marks of notes that are attached to a word or a stop: they belong to the sentence before them.
const noteMarks =
  /(?<=\S)\[(?:\d{1,3}|[a-z]|(?:note|nb) \d{1,3}|citation needed)\](?::\d{1,4})?|(?<=[.!?\u2026]["\u201d\u2019')]?)[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+/g
const lineBreaks = /[\n\r\u0085\u2028\u2029]/g

/** Whether the stop between `before` and `after` does not end a sentence. */
function joins(before: string, after: string): boolean {
  if (endsInsideQuote.test(before))
    return startsLower.test(after) || (/[?!,]["\u201d'\u2019]+\s*$/.test(before) && spokenBy.test(after))
  if (startsLower.test(after)) return true
  const token = lastToken.exec(before.trimEnd())?.[1]
  if (token === undefined) return false
  if (initial.test(token)) return token !== 'I' && !startsUpperWord.test(after)
  const folded = token.toLowerCase()
  if (isBeforeMore(folded)) return true
  if (mayClose(folded) || dotted.test(token)) return !startsUpperWord.test(after)
  return false
}

/**
 * The sentences of a text as trimmed, non-empty ranges in order; together they contain every visible character. Uses Unicode's
 * rules (`Intl.Segmenter`) and repairs the boundaries they get wrong: abbreviations, initials, "U.S.", and a quoted question or
 * exclamation followed by its speaker.
 */
export function sentences(text: string): Range[] {
  const found: Range[] = []
  let start = 0
  let open = false
  // Unicode's rules end a sentence at a line break, but inside a paragraph it is only a wrapped line.
  const line = text.replace(lineBreaks, ' ').replace(noteMarks, ({ length }) => ' '.repeat(length))
  const segments = sentenceSegments(line)
  const shown = ({ start: from, end }: Range) => line.slice(from, end)
  segments.forEach((part, at) => {
    if (!open) start = part.start
    const next = segments[at + 1]
    open = next !== undefined && joins(shown(part), shown(next).slice(0, 120))
    if (open) return
    const raw = text.slice(start, part.end)
    const trimmed = raw.trim()
    if (trimmed === '') return
    const from = start + raw.indexOf(trimmed)
    found.push({ start: from, end: from + trimmed.length })
  })
  return found
}
