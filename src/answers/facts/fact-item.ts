import { analyse } from '../../language/analysis/analysed-paragraph.ts'
import type { Generation } from '../../library/generation/generation.ts'
import type { Difference, Variant } from '../../reading/facts/differences/difference.ts'
import { differencesOf } from '../../reading/facts/differences/differences.ts'
import { differencesAmong } from '../../reading/facts/differences/differences-among.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import { conceptOf } from '../../reading/facts/lexicon/synonym-classes.ts'
import type { Source } from '../../reading/facts/sources/independent-sources.ts'
import type { QueryTerm } from '../../search/query-terms.ts'
import { cite, toSnippet } from '../answer/citation.ts'
import type { CitedText, ContextText } from '../answer/cited-text.ts'
import type { FactItem, FactSupport, ItemDifference, RepeatedText } from '../answer/item.ts'
import { maxPrecedingLength, needsPrecedingSentence } from '../answer/preceding-sentence.ts'
import type { OnTopic } from './topic.ts'

/** A version of what reports say differently, with its citations. */
function differingValue(generation: Generation, { report, range, others = [] }: Variant): RepeatedText {
  const placeOf = ({ report: { sentence }, range: { start, end } }: Pick<Variant, 'report' | 'range'>) => ({
    start: start + sentence.start,
    end: end + sentence.start,
  })
  const place = placeOf({ report, range })
  return {
    text: report.paragraph.text.slice(place.start, place.end),
    citation: cite(generation, report, place),
    alsoIn: others.map((other) => cite(generation, other.report, placeOf(other))),
  }
}

function itemDifference(generation: Generation, { kind, variants }: Difference): ItemDifference {
  return { kind, values: variants.map((variant) => differingValue(generation, variant)) }
}

/** The source that a report cites, with the place that cites it. */
function sourceText(generation: Generation, { text, report: { article }, paragraph, range }: Source): CitedText {
  return { text, citation: cite(generation, { article, paragraph }, range) }
}

/** How well some reports of a fact support it; null if unknown, because they are neither all reports nor from one article. */
function supportOf(generation: Generation, { fact, reports }: Pick<OnTopic, 'fact' | 'reports'>): FactSupport | null {
  const [first] = reports
  const isWhole = reports.length === fact.reports.length
  if (!isWhole && reports.some(({ article }) => article !== first.article)) return null
  const cited = isWhole ? fact.sources.attributedTo : first.source && { report: first, ...first.source }
  return {
    independent: isWhole ? fact.sources.independent : 1,
    attribution: cited && {
      source: sourceText(generation, cited),
      articles: isWhole ? fact.sources.citedBy : 1,
    },
  }
}

/** The sentence that names "him" or "it", if a report does not: the one before, perhaps at the end of the paragraph above. */
function namingSentence(generation: Generation, { article, paragraph, sentence }: Claim): ContextText[] {
  if (!needsPrecedingSentence(sentence.text)) return []
  const isFirst = sentence.start === analyse(paragraph).sentences[0]?.start
  const place = isFirst ? article.paragraphs[paragraph.number - 2] : paragraph
  if (place?.kind !== 'body' || (isFirst && paragraph.introducedBy !== undefined)) return []
  const before = analyse(place).sentences.findLast(({ start }) => isFirst || start < sentence.start)
  if (before === undefined || before.end - before.start > maxPrecedingLength) return []
  return [{ position: 'above', text: before.text, citation: cite(generation, { article, paragraph: place }, before) }]
}

/**
 * A fact as an item: the sentence of its first report, the citations of the other reports, its support, and the points on which they
 * differ.
 */
export function factItem(generation: Generation, { fact, reports }: OnTopic, topic: readonly QueryTerm[]): FactItem {
  const [first, ...others] = reports
  const wanted = new Set(topic.flatMap(({ matches }) => matches.map(({ term }) => term)))
  const concepts = new Set(topic.map(({ folded }) => conceptOf(folded)).filter((concept) => concept.startsWith('~')))
  const { sentence, focus } = first
  const matched = sentence.terms
    .filter(({ term, folded }) => wanted.has(term) || concepts.has(conceptOf(folded)))
    .filter(({ start, end }) => start >= focus.start && end <= focus.end)
    .map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }))
  const snippet = toSnippet(generation, first, sentence, matched)
  const isWhole = reports.length === fact.reports.length
  // Some of a fact's reports may differ from each other even if none differs from the very first report.
  const differences = isWhole ? fact.differences : differencesOf(reports, differencesAmong(fact.differences, reports))
  return {
    kind: 'fact',
    label: null,
    snippet: { ...snippet, context: [...namingSentence(generation, first), ...snippet.context] },
    alsoIn: others.map((other) => cite(generation, other, other.sentence)),
    focus,
    support: supportOf(generation, { fact, reports }),
    differences: differences.map((difference) => itemDifference(generation, difference)),
  }
}
