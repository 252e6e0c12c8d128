import type { Paragraph } from '../../../corpus/article/article.ts'
import type { Sentence } from '../../../language/analysis/sentence.ts'
import type { Range } from '../../../language/text/range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { type Attribution, attributionOf } from './attribution.ts'
import type { CitedSource } from './claim.ts'
import type { Clause } from './clauses.ts'
import type { Name } from './name-mentions.ts'

const pronoun = /^(?:he|she|they|it|i|we|who|which|that|this)$/i
// "The statement said": the source named earlier.
const backward = unicodeRegExp(
  String.raw`^(?:the|his|her|their|its)\s+(?:statement|report|ministry|office|agency|official|officials|spokes\p{L}+|service|source|sources|document|letter|minister|president|company|group|department)$`,
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
  readonly paragraph: Paragraph
  readonly sentence: Sentence
  readonly names: readonly Name[]
  readonly clause: Clause
  /** The source of the previous sentence, or null. */
  readonly before: CitedSource | null
}

function sourceAt({ paragraph, sentence, names }: Citing, { start, end }: Range): CitedSource {
  const lead = article.exec(sentence.text.slice(start, end))?.[0].length ?? 0
  const place = { start: start + lead, end }
  const inside = (range: Range) => range.start >= place.start && range.end <= place.end
  const keys = names.filter((name) => inside(name) && !name.isModifier).map(({ key }) => key)
  const words = sentence.terms.filter(inside).map(({ term }) => term)
  return {
    text: sentence.text.slice(place.start, place.end),
    paragraph,
    range: { start: place.start + sentence.start, end: place.end + sentence.start },
    terms: new Set(keys.length > 0 ? keys : words),
  }
}

/** The source of a clause: named in the clause, at the start of the sentence, or in the previous sentence. */
export function citedSource(citing: Citing): CitedSource | null {
  const { sentence, clause, before } = citing
  const { text } = sentence
  const isQuote = !clause.isMain && /^[\u201c"]/u.test(text.slice(clause.start))
  const own = attributionOf(sentence, isQuote ? { start: 0, end: text.length } : clause)
  const lacksOwn = ({ source, isCredit }: Attribution) => source === null || isCredit
  const isLater = clause.start > 0 && goesOn.test(text.slice(clause.start, clause.end))
  const whole = lacksOwn(own) && isLater ? attributionOf(sentence, { start: 0, end: clause.start }) : own
  const range = whole.source ?? own.source
  if (range === null) return null
  const shown = text.slice(range.start, range.end).trim()
  if (pronoun.test(shown) || backward.test(shown)) return before
  return sourceAt(citing, range)
}
