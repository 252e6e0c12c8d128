import type { Generation } from '../../library/generation/generation.ts'
import type { Difference, Variant } from '../../reading/facts/differences/difference.ts'
import { differencesOf } from '../../reading/facts/differences/differences.ts'
import { conceptOf } from '../../reading/facts/lexicon/synonym-classes.ts'
import type { Source } from '../../reading/facts/sources/independent-sources.ts'
import type { QueryTerm } from '../../search/query-terms.ts'
import type { AnswerItem, CitedText, ItemDifference } from '../answer/answer.ts'
import { cite, snip } from '../answer/citation.ts'
import type { OnTopic } from './topic.ts'

/** A stretch of a report's sentence as a value with its citation. */
function citedText(generation: Generation, { report, range }: Variant): ItemDifference['values'][number] {
  const { paragraph, sentence } = report
  const place = { start: range.start + sentence.start, end: range.end + sentence.start }
  return { text: paragraph.text.slice(place.start, place.end), citation: cite(generation, report, place) }
}

function itemDifference(generation: Generation, { kind, variants }: Difference): ItemDifference {
  return { kind, values: variants.map((variant) => citedText(generation, variant)) }
}

/** Whom a report cites, with where it says so. */
function sourceText(generation: Generation, { text, report: { article }, paragraph, range }: Source): CitedText {
  return { text, citation: cite(generation, { article, paragraph }, range) }
}

/** A fact as an item: the sentence of its first report, where the others stand, on how much it rests, and where they differ. */
export function factItem(generation: Generation, { fact, reports }: OnTopic, topic: readonly QueryTerm[]): AnswerItem {
  const [first, ...others] = reports
  const wanted = new Set(topic.flatMap(({ matches }) => matches.map(({ term }) => term)))
  const concepts = new Set(topic.map(({ folded }) => conceptOf(folded)).filter((concept) => concept.startsWith('~')))
  const { sentence, focus } = first
  const matched = sentence.terms
    .filter(({ term, folded }) => wanted.has(term) || concepts.has(conceptOf(folded)))
    .filter(({ start, end }) => start >= focus.start && end <= focus.end)
    .map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }))
  const isWhole = reports.length === fact.reports.length
  // Some of a fact's reports may differ where none of them differs from the first one of all.
  const differences = isWhole ? fact.differences : differencesOf(reports)
  const isOneArticle = reports.every(({ article }) => article === first.article)
  const cited = isWhole ? fact.sources.attributedTo : first.source && { report: first, ...first.source }
  return {
    snippet: snip(generation, first, sentence, matched),
    alsoIn: others.map((other) => cite(generation, other, other.sentence)),
    focus,
    // Of some of its articles it is not known on how much the fact rests.
    ...((isWhole || isOneArticle) && {
      independent: isWhole ? fact.sources.independent : 1,
      attributedTo: cited && sourceText(generation, cited),
      citedBy: isWhole ? fact.sources.citedBy : cited === null ? 0 : 1,
    }),
    differences: differences.map((difference) => itemDifference(generation, difference)),
  }
}
