import type { Text } from '../../../language/analysis/recent-words.ts'
import { wordsIn } from '../../../language/analysis/words-in-range.ts'
import { opensWithNumber } from '../../../language/sentences/opening.ts'
import type { Range } from '../../../language/text/range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { reportingGoing, reportingPattern } from '../lexicon/reporting-verbs.ts'
import { isEvent } from '../lexicon/synonym-classes.ts'

/** The attribution of a sentence. Offsets are relative to the sentence. */
export interface Attribution {
  /** The source as worded in the sentence, or null. */
  readonly source: Range | null
  /** Whether it only credits an outlet ("per AP"). */
  readonly isCredit: boolean
  /** All attributing parts of the sentence. */
  readonly ranges: readonly Range[]
}

const accordingTo = unicodeRegExp(String.raw`(?:^|,?\s)according to\s+([^,;.]{2,80}(?:\.\p{Lu}\.?[^,;.]{0,40})?)`, 'i')
const trailing = unicodeRegExp(
  String.raw`,["\u201d']?\s+([^,;\u201c\u201d]{2,90}?)\s+(?:${reportingPattern})(?:\s+(?:on\s+)?\p{Lu}?[\p{L}]+)?[.]?$`,
  'i',
)
const trailingInverted = /["\u201d\u2019],?\s+(?:said|says|wrote|reported|added)\s+([^,;\u201c\u201d]{2,90})[.]?$/u
const leading = unicodeRegExp(
  String.raw`^(?:(?:(?:after|before|during|on|in|at|ahead of|earlier|later)\s[^,\u201c]{2,50},|(?:meanwhile|earlier|later|however|also|but|and|while|with),?)\s+)*([^,;\u201c\u201d]{2,100}?)(?:,[^,;\u201c]{2,80},)?\s+(?:(?:also|has|have|had|had also|further|later|then|reportedly|on \w+day|\w+day)\s+)*(?:${reportingPattern})\b(?:\s+(?:on\s+)?\w+day)?(?:\s+reporters|(?<=\btold)\s+[^,;]{2,60}?(?=\s+that\b))?(?:\s+that)?`,
  'i',
)
// "…, with X insisting that …".
const going = unicodeRegExp(
  String.raw`^(?:with|while|and)\s+([^,;\u201c\u201d]{2,100}?)\s+(?:${reportingGoing})\b(?:\s+that)?`,
  'i',
)
const via = unicodeRegExp(String.raw`,?\s+(?:per|via|citing|quoting)\s+([\p{Lu}][^,;.]{1,60})`)
const maxWords = 14
const clauseWords = new Set('that which who while when where if because would will had has was were is are'.split(' '))
// Words in the form of an event that describe a source.
const describing = new Set(
  'leading based named retired elected acting visiting united meeting support aid attack rescue police'.split(' '),
)

function rangeOf(match: RegExpExecArray | null, offset: number): { whole: Range; source: Range } | null {
  const source = match?.[1]
  if (match === null || source === undefined) return null
  const start = offset + match.index
  const from = start + match[0].indexOf(source)
  return { whole: { start, end: start + match[0].length }, source: { start: from, end: from + source.length } }
}

/** The attribution of a clause: "according to …", "…, X said", "X said that …", "per X". */
export function attributionOf(sentence: Text, { start, end }: Range): Attribution {
  const { text } = sentence
  const shown = text.slice(start, end)
  const ranges: Range[] = []
  const credit = rangeOf(via.exec(shown), start)
  if (credit !== null) ranges.push(credit.whole)
  const stated = rangeOf(accordingTo.exec(shown), start)
  if (stated !== null) return { source: stated.source, isCredit: false, ranges: [...ranges, stated.whole] }
  const behind = rangeOf(trailing.exec(shown), start) ?? rangeOf(trailingInverted.exec(shown), start)
  if (behind !== null && canBeSource(sentence, behind.source))
    return { source: behind.source, isCredit: false, ranges: [...ranges, behind.whole] }
  const before = rangeOf(going.exec(shown), start) ?? rangeOf(leading.exec(shown), start)
  if (before !== null && canBeSource(sentence, before.source))
    return { source: before.source, isCredit: false, ranges: [...ranges, before.whole] }
  return { source: credit?.source ?? null, isCredit: credit !== null, ranges }
}

// "…, which ignored the report": a noun, not a reporting verb.
const endsWithDeterminer = /\b(?:the|a|an|this|that|its|his|her|their|and|or|to|of|in|by)$/i

/** Whether a range can name a source: a few words, without an event or the start of a clause. */
function canBeSource(sentence: Text, range: Range): boolean {
  if (endsWithDeterminer.test(sentence.text.slice(range.start, range.end))) return false
  const parts = wordsIn(sentence, range)
  if (parts.length > maxWords) return false
  return !parts.some(
    ({ folded, capital, text: part }) =>
      opensWithNumber(part) || clauseWords.has(folded) || (!capital && isEvent(folded) && !describing.has(folded)),
  )
}
