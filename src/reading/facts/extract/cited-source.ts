import type { Range } from '../../../language/text/range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { compactSet } from '../../../resources/small-set.ts'
import { type Attribution, attributionOf } from './attribution.ts'
import type { CitedSource } from './claim.ts'
import type { Clause } from './clauses.ts'
import type { NamedSentence, SourceWords, StatedSource } from './stated-source.ts'

const pronoun = /^(?:he|she|they|it|i|we|who|which|that|this)$/i
// "The statement said", "the official said", "her letter said": the source named earlier.
const backward = unicodeRegExp(
  String.raw`^(?:the|his|her|their|its)\s+(?:statement|report|document|letter)$|^the\s+(?:ministry|office|agency|official|officials|spokes\p{L}+|service|source|sources|minister|president|company|group|department)$`,
  'i',
)
// "Its spokesman said": somebody else than the source named earlier, and the words do not say who.
const belonging = unicodeRegExp(
  String.raw`^(?:his|her|their|its)\s+(?:ministry|office|agency|official|officials|spokes\p{L}+|service|source|sources|minister|president|company|group|department)$`,
  'i',
)
// A clause that continues what the sentence began to report.
const goesOn = unicodeRegExp(
  String.raw`^(?:with|while \p{L}+ing|and that|and \p{L}+ing|adding|claiming|saying|noting|including|of which)\b`,
  'i',
)
const article = /^(?:the|a|an|both)\s+/i

/** The input for finding the source that a clause cites. */
export interface Citing {
  readonly named: NamedSentence
  readonly clause: Clause
  /** The source of the statement that the clause is part of, or null. */
  readonly stated: StatedSource | null
  /** The source of the previous sentence, or null. */
  readonly before: CitedSource | null
}

function sourceAt({ named: { paragraph, sentence, names }, range: { start, end } }: SourceWords): CitedSource {
  const lead = article.exec(sentence.text.slice(start, end))?.[0].length ?? 0
  const place = { start: start + lead, end }
  const inside = (range: Range) => range.start >= place.start && range.end <= place.end
  const keys = names.filter((name) => inside(name) && !name.isModifier).map(({ key }) => key)
  const words = sentence.terms.filter(inside).map(({ term }) => term)
  return {
    text: sentence.text.slice(place.start, place.end),
    paragraph,
    range: { start: place.start + sentence.start, end: place.end + sentence.start },
    terms: compactSet(keys.length > 0 ? keys : words),
  }
}

/** The source as the clause itself, or the start of its sentence, words it; null if neither does. */
function ownWords({ named, clause }: Citing): SourceWords | null {
  const { sentence } = named
  const { text } = sentence
  const isQuote = !clause.isMain && /^[\u201c"]/u.test(text.slice(clause.start))
  const own = attributionOf(sentence, isQuote ? { start: 0, end: text.length } : clause)
  const lacksOwn = ({ source, isCredit }: Attribution) => source === null || isCredit
  const isLater = clause.start > 0 && goesOn.test(text.slice(clause.start, clause.end))
  const whole = lacksOwn(own) && isLater ? attributionOf(sentence, { start: 0, end: clause.start }) : own
  const range = whole.source ?? own.source
  return range && { named, range }
}

const shown = ({ named: { sentence }, range }: SourceWords): string =>
  sentence.text.slice(range.start, range.end).trim()

const isPronoun = (words: SourceWords): boolean => pronoun.test(shown(words))

/** Whether words name a source only by reference to what was said before: "she", "the statement". */
const refersBack = (words: SourceWords): boolean => isPronoun(words) || backward.test(shown(words))

const contains = (outer: SourceWords, inner: SourceWords): boolean =>
  outer.named.sentence === inner.named.sentence &&
  outer.range.start <= inner.range.start &&
  outer.range.end >= inner.range.end

/**
 * The words of the article that name the speaker of a statement: those of the clause's own attribution if they contain the mention ("NATO
 * Secretary-General Mark Rutte"), the mention, or where the article last gives the full name of the person that a pronoun refers to.
 */
function statedWords({ mention, fullName }: StatedSource, own: SourceWords | null): SourceWords | null {
  if (mention === null || isPronoun(mention)) return fullName()
  return own !== null && contains(own, mention) ? own : mention
}

/** The source of a clause: the speaker of the statement that it is part of, otherwise the source named in the sentence or before it. */
export function citedSource(citing: Citing): CitedSource | null {
  const { stated, before } = citing
  const own = ownWords(citing)
  const words = (stated && statedWords(stated, own)) ?? own
  if (words === null || belonging.test(shown(words))) return null
  return refersBack(words) ? before : sourceAt(words)
}
