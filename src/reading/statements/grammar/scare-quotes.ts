import { opensWithCapital } from '../../../language/sentences/opening.ts'
import { isTitleCase } from '../../../language/text/title-case.ts'
import { determinerWords, isAdverb, prepositions } from '../../../language/vocabulary/function-words.ts'
import { once } from '../../../resources/once.ts'
import { readLines } from '../../../resources/resources.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'
import { isPossessive } from '../parse/name-phrases.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'
import type { Span } from '../parse/quote-spans.ts'
import type { Token } from '../parse/tokenize.ts'
import type { AttributionReading } from './attribution-reading.ts'
import { cueBefore } from './cues.ts'
import { exceptive } from './exceptions.ts'
import { isWork } from './works.ts'

/** Verbs of naming with an object complement: they may come before "a" + quoted words. */
const namingWords =
  /^(?:call|describ|label|brand|dub|deem|term|characteri|denounc|dismiss|slam|blast|derid|decr|condemn|mock|portray|depict)/
/** Words directly before the marks that introduce a name, a title or a term. */
const namesThing = once(
  () => new Set(readLines('lexicons/quotations/naming-words.txt').flatMap((line) => line.split(' '))),
)
export const namesAThing = (lower: string): boolean => namesThing().has(lower)
/** Longer spans always count as speech. */
const longSpan = 12
const maxWorkTitleTokens = 30

/**
 * Whether a quoted span is not speech: a title, a name, a term, scare quotes. A span of one or two words is a quotation only if a
 * cue with a speaker governs it.
 */
export function isScareQuote(frame: ParsedParagraph, span: number, introduction: AttributionReading | null): boolean {
  const stretch = frame.spans[span]
  if (stretch === undefined) return true
  const text = frame.paragraph.text.slice(stretch.start, stretch.end)
  const words = text.split(/\s+/, maxWorkTitleTokens)
  if (stretch.open || stretch.continued) return words.length < 2
  const quote = frame.quoteToken(span)
  const before = frame.tokens[quote - 1]
  const starts = frame.sentenceOf(quote).from === quote || before?.kind === 'quote'
  const governed = introduction !== null && introduction.phrase !== null && introduction.strength !== undefined
  const titled = isTitleCase(words)
  if (titled && !starts && !isIntroduced(frame, quote)) return true
  if (words.length > longSpan) return false
  if (introduction?.strength !== undefined && (introduction.rule === 'cue-after' || introduction.rule === 'colon')) {
    return words.length <= 2 && !governed
  }
  if (before !== undefined && namesThing().has(before.lower)) return true
  if (titled && !(governed && isIntroduced(frame, quote))) return true
  const determined = before !== undefined && determinerWords.has(before.lower)
  const sentence = /[.?!,]$/u.test(text) && opensWithCapital(text)
  if (stretch.single && !governed && !(sentence && starts)) return true
  if (words.length <= 2) {
    if (!governed) return !(sentence && starts)
    return isTerm(frame, quote, stretch, introduction, determined)
  }
  if (sentence) return false
  return words.length <= 5 && !governed && (introduction === null || determined || words.length <= 4)
}

export function isBrief(frame: ParsedParagraph, span: number): boolean {
  const stretch = frame.spans[span]
  return stretch !== undefined && frame.paragraph.text.slice(stretch.start, stretch.end).split(/\s+/, 3).length <= 2
}

/** A title of a work is no quotation. One or two words are one only if a cue with a speaker governs them, whatever the other evidence. */
export const isWithoutSpeech = (
  frame: ParsedParagraph,
  span: number,
  introduction: AttributionReading | null,
): boolean => isWork(frame, frame.quoteToken(span)) || (isBrief(frame, span) && isScareQuote(frame, span, introduction))

/** One or two words that only modify a noun, or serve as one, in the article's own sentence: any “soft” rule, a “cushion”. */
function isTerm(
  frame: ParsedParagraph,
  quote: number,
  stretch: Span,
  introduction: AttributionReading,
  determined: boolean,
): boolean {
  const after = frame.tokens[quote + 1]
  const before = frame.tokens[quote - 1]
  const naming = namingWords.test(frame.tokens[introduction.cue]?.lower ?? '')
  const modifies = after?.kind === 'word' && after.start - stretch.outer.end <= 1 && isPlainWord(after)
  if (naming && !modifies) return false
  return determined || (modifies && before !== undefined && isAdjective(before.lower))
}

/**
 * Whether a cue comes directly before the marks; only a comma, a colon, an object pronoun or "that" may come between, or an exception:
 * "said nothing but “No.”", "all that Lima said was “No.”".
 */
export function isIntroduced(frame: ParsedParagraph, quote: number): boolean {
  const exception = exceptive(frame, quote)
  if (exception >= 0) return cueBefore(frame, frame.sentenceOf(quote).from, exception) >= 0
  if (isAllSaid(frame, quote)) return true
  for (let at = quote - 1; at >= Math.max(0, quote - 4); at--) {
    const token = frame.tokens[at]
    if (token === undefined || isPossessive(frame.tokens, at)) return false
    if (token.kind === 'word' && cueStrength(token.lower) !== undefined) return true
    if (
      token.text !== ',' &&
      token.text !== ':' &&
      !isAdverb(token.lower) &&
      !/^(?:that|them|him|her|it|to|as|out)$/.test(token.lower) &&
      !token.capital
    )
      return false
  }
  return false
}

const isAllSaid = ({ tokens }: ParsedParagraph, quote: number): boolean =>
  /^(?:is|was)$/.test(tokens[quote - 1]?.lower ?? '') && cueStrength(tokens[quote - 2]?.lower ?? '') === 'speech'

const isPlainWord = (token: Token): boolean =>
  !token.capital && !prepositions.has(token.lower) && !/^(?:and|or|but|could|would|can|will|is|was)$/.test(token.lower)
const isAdjective = (lower: string): boolean =>
  determinerWords.has(lower) || /(?:ean|ian|ish|ese|al|ic|ive|ous|ful|can)$/.test(lower)
