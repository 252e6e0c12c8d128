import { analyse } from '../../language/analysis/analysed-paragraph.ts'
import type { Range } from '../../language/text/range.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { isContradiction } from '../../reading/facts/differences/difference.ts'
import { differencesOf } from '../../reading/facts/differences/differences.ts'
import { differencesAmong } from '../../reading/facts/differences/differences-among.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import type { Source } from '../../reading/facts/sources/independent-sources.ts'
import { cite, toSnippet } from '../answer/citation.ts'
import type { CitedText, ContextText } from '../answer/cited-text.ts'
import type { FactItem, FactSupport, ItemDifference } from '../answer/item.ts'
import { maxPrecedingLength, needsPrecedingSentence } from '../answer/preceding-sentence.ts'
import { itemDifference } from './item-difference.ts'
import type { OnTopic } from './topic.ts'

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

/** The figures, days, names and places of a paragraph that other articles contradict, as offsets in it. A denied clause has no such value. */
function contradicted(differences: readonly ItemDifference[], { article, paragraph }: Claim): readonly Range[] {
  return differences
    .filter((difference) => isContradiction(difference) && difference.kind !== 'negation')
    .flatMap(({ values }) => values.flatMap(({ citation, alsoIn }) => [citation, ...alsoIn]))
    .filter((citation) => citation.file === article.file && citation.paragraph === paragraph.number)
}

/**
 * A fact as an item: the sentence of its first report, the citations of the other reports, its support, and the points on which they
 * differ. The values that other articles contradict are highlighted.
 */
export function factItem(generation: Generation, { fact, reports }: OnTopic): FactItem {
  const [first, ...others] = reports
  const { sentence, focus } = first
  const isWhole = reports.length === fact.reports.length
  // Some of a fact's reports may differ from each other even if none differs from the very first report.
  const found = isWhole ? fact.differences : differencesOf(reports, differencesAmong(fact.differences, reports))
  const differences = found.map((difference) => itemDifference(generation, difference))
  const snippet = toSnippet(generation, first, sentence, contradicted(differences, first))
  return {
    kind: 'fact',
    label: null,
    snippet: { ...snippet, context: [...namingSentence(generation, first), ...snippet.context] },
    alsoIn: others.map((other) => cite(generation, other, other.sentence)),
    focus,
    support: supportOf(generation, { fact, reports }),
    differences,
  }
}
