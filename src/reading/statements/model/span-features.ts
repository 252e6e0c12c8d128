import { isTitleCase } from '../../../language/text/title-case.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { auxiliaryWords, isClosedClass, prepositions } from '../../../language/vocabulary/function-words.ts'
import type { AttributionReading } from '../grammar/attribution-reading.ts'
import { isIntroduced, isScareQuote, namesAThing } from '../grammar/scare-quotes.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'
import { isPossessive } from '../parse/name-phrases.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'
import { classPath, wordClass } from './word-classes.ts'

const maxSpanWords = 30
const firstCapital = unicodeRegExp(String.raw`^[^\p{L}\p{N}]*\p{Lu}`)
const noLetter = unicodeRegExp(String.raw`[^\p{L}'’]`, 'g')
const firstPerson = new Set("i we my our me us i'm i’m we're we’re i've i’ve we've we’ve i'd i’d i'll i’ll".split(' '))

/** Features that distinguish speech from titles, terms and scare quotes. */
export function spanFeatures(
  frame: ParsedParagraph,
  span: number,
  readings: readonly AttributionReading[],
): readonly string[] {
  const stretch = frame.spans[span]
  if (stretch === undefined) return []
  const { tokens } = frame
  const text = frame.paragraph.text.slice(stretch.start, stretch.end)
  const words = text.split(/\s+/, maxSpanWords)
  const quote = frame.quoteToken(span)
  const before = tokens[quote - 1]
  const starts = frame.sentenceOf(quote).from === quote
  const first = readings[0]
  const size = words.length <= 6 ? words.length : words.length <= 9 ? 9 : words.length <= 14 ? 14 : 99
  const end = /[,.?!…—–-]["”’')\]]*$/u.exec(text)?.[0]?.charAt(0) ?? 'n'
  const left = wordClass(frame, quote - 1)
  const right = wordClass(frame, quote + 1)
  const titled = isTitleCase(words)
  const capital = firstCapital.test(text)
  const rule = first === undefined ? 'none' : `${first.rule}:${first.strength ?? '-'}:${first.phrase?.kind ?? '-'}`
  const gap = first === undefined || first.cue < 0 ? 'none' : Math.min(6, Math.abs(quote - first.cue))
  const lower = words.map((word) => word.toLowerCase().replace(noLetter, ''))
  const verb = lower.some((word) => auxiliaryWords.has(word))
  const features = [
    'any',
    `size:${size}`,
    `end:${end}`,
    `end:${end}:${capital}`,
    `size:${size}:${end}:${capital}`,
    `size:${size}:${starts}`,
    `titled:${titled}`,
    `titled:${titled}:${size}`,
    `titled:${titled}:${starts}:${end}`,
    `titled:${titled}:${rule}`,
    `rule:${rule}`,
    `rule:${first?.rule ?? 'none'}:${size}`,
    `gap:${gap}`,
    `gap:${gap}:${first?.strength ?? '-'}`,
    `left:${left}`,
    `left:${left}:${size}`,
    `left:${left}:${capital}`,
    `left:${left}:${titled}`,
    `left:${left}:${first?.rule ?? 'none'}:${first?.strength ?? '-'}`,
    `left:${left}:${gap}`,
    `left:${left}:${verb}`,
    `left:${left}:${verb}:${first?.rule ?? 'none'}`,
    `right:${right}`,
    `right:${right}:${end}`,
    `around:${left}${right}`,
    `path:${classPath(frame, Math.max(0, quote - 4), quote, 4)}`,
    `starts:${starts}:${capital}`,
    `introduced:${isIntroduced(frame, quote)}`,
    `introduced:${isIntroduced(frame, quote)}:${titled}`,
    `scare:${isScareQuote(frame, span, first ?? null)}`,
    `spans:${Math.min(4, frame.spans.length)}`,
  ]
  if (before !== undefined && (isClosedClass(before.lower) || cueStrength(before.lower) !== undefined))
    features.push(`before=${before.lower}`)
  if (before !== undefined && prepositions.has(before.lower)) features.push(`preposition:${size}`)
  if (before !== undefined && namesAThing(before.lower)) features.push('thing')
  if (isPossessive(tokens, quote - 1)) features.push(`owner:${capital}`)
  if (first !== undefined && first.cue >= 0) features.push(`cue=${tokens[first.cue]?.lower ?? ''}`)
  if (lower.some((word) => firstPerson.has(word))) features.push('first-person')
  if (verb) features.push('verb', `verb:${size}`)
  else features.push(`no-verb:${size}`, `no-verb:${titled}`)
  if (stretch.open || stretch.continued) features.push('continues')
  if (/\d/.test(text)) features.push('digit')
  return features
}
