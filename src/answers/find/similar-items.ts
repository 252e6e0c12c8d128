import { type Sentence, termSetOf } from '../../language/analysis/sentence.ts'
import type { Range } from '../../language/text/range.ts'
import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'
import { stem } from '../../language/tokens/terms.ts'
import { isVerbStem } from '../../language/vocabulary/verbs.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { type DatedSentence, datedSentence, isSameSentence } from '../../reading/alignment/same-sentence.ts'
import { reportingVerbs } from '../../reading/facts/lexicon/reporting-verbs.ts'
import { conceptOf } from '../../reading/facts/lexicon/synonym-classes.ts'
import type { QueryTerm } from '../../search/terms/query-terms.ts'
import { cite, type Place, toSnippet } from '../answer/citation.ts'
import { coverage, termMatch } from '../answer/coverage.ts'
import { hasPhrase } from '../answer/exact-words.ts'
import type { MatchedPart, MatchItem } from '../answer/item.ts'
import { quotationItem } from '../statements/statement-item.ts'
import { type Comparison, compareWords } from './near-words.ts'
import type { Places } from './places.ts'
import { hasReversedRoles } from './reversed-roles.ts'
import { saysOtherwise } from './says-otherwise.ts'

const letterOrDigit = unicodeRegExp(String.raw`[\p{L}\p{N}]`)
const maxParagraphs = 10
/** The minimum share of a part's weight that a similar sentence contains; lower if figures agree. */
const minCoverage = 0.65
const minCoverageWithFigures = 0.5
/** A sentence with a smaller share is not compared word by word. */
const minCoverageOfAny = 0.3
/** With fewer distinct terms, it is impossible to decide whether other words say the same. */
const minTermsOfSimilar = 3
/** A sentence may lack one term for every this many terms of a part, not counting the first. */
const termsForOneMissing = 4
/** The minimum share of words in the same order for a sentence that is nearly the same as a part. */
const minAlike = 0.6

/** A sentence of an article that is similar to a sentence of the message. */
interface Found extends Place {
  readonly sentence: Sentence
  readonly wording: DatedSentence
  readonly match: 'near' | 'similar'
  readonly share: number
  readonly compared: Comparison
  /** The parts that match the message, as offsets in the sentence. */
  readonly matched: readonly Range[]
}

/** The clauses of a sentence that contain some spans, from the beginning of the first to the end of the last. */
function clausesWith(
  places: Places,
  { paragraph, sentence, matched }: Pick<Found, 'paragraph' | 'sentence' | 'matched'>,
): string {
  const words = places.wordsOf(paragraph)
  const { starts, ends } = places.boundariesOf(paragraph)
  const [start, end] = [sentence.start + (matched[0]?.start ?? 0), sentence.start + (matched.at(-1)?.end ?? 0)]
  let from = words.findIndex((word) => word.end > start)
  let to = words.findLastIndex((word) => word.start < end) + 1
  while (from > 0 && !starts.has(from) && (words[from - 1]?.start ?? 0) >= sentence.start) from--
  while (to < words.length && !ends.has(to) && (words[to]?.end ?? 0) <= sentence.end) to++
  return paragraph.text.slice(words[from]?.start ?? start, words[to - 1]?.end ?? end)
}

/** Whether a sentence has a term of the message: the term itself, another spelling, or another word for the same event. */
function hasTerm(asked: QueryTerm, terms: ReadonlySet<string>, concepts: ReadonlySet<string>): boolean {
  if (termMatch(terms, asked) > 0) return true
  const concept = conceptOf(asked.folded)
  return !asked.isName && concept.startsWith('~') && concepts.has(concept)
}

function isSimilar(part: Sentence, query: readonly QueryTerm[], sentence: Sentence): boolean {
  if (query.length < minTermsOfSimilar) return false
  const terms = termSetOf(sentence)
  if (query.some((term) => term.isName && term.matches.length > 0 && termMatch(terms, term) === 0)) return false
  if (hasReversedRoles(part, sentence, query)) return false
  const concepts = new Set(sentence.terms.map(({ folded }) => conceptOf(folded)))
  const content = query.filter(({ folded }) => !reportingVerbs.has(folded))
  const missing = content.filter((asked) => !hasTerm(asked, terms, concepts))
  // In a short part any word may be its topic, and a verb always may.
  if (missing.length > Math.floor((content.length - 1) / termsForOneMissing)) return false
  if (missing.some(({ folded }) => isVerbStem(stem(folded)))) return false
  return coverage(query, terms) >= (part.figures.length > 0 ? minCoverageWithFigures : minCoverage)
}

function matchedTerms(query: readonly QueryTerm[], { terms }: Sentence): readonly Range[] {
  const wanted = new Set(query.flatMap(({ matches }) => matches.map(({ term }) => term)))
  return terms.filter(({ term }) => wanted.has(term)).map(({ start, end }) => ({ start, end }))
}

/** The sentences similar to a part, most similar first. */
async function sentencesLike(generation: Generation, places: Places, part: Sentence): Promise<readonly Found[]> {
  const { terms: query, candidates } = await generation.index.search({ terms: part.terms, limit: maxParagraphs })
  return candidates
    .flatMap(({ key }) => {
      const passage = generation.passages[key]
      return passage === undefined ? [] : generation.sentences(key).map((sentence) => ({ ...passage, sentence }))
    })
    .flatMap((place): Found[] => {
      const { article, sentence } = place
      const share = coverage(query, termSetOf(sentence))
      if (share < minCoverageOfAny) return []
      const compared = compareWords(part.text, sentence.text)
      const isNear = compared.isNear && compared.alike >= minAlike
      if (!isNear && !isSimilar(part, query, sentence)) return []
      const matched = isNear ? compared.matched : matchedTerms(query, sentence)
      if (saysOtherwise(part.text, clausesWith(places, { ...place, matched }))) return []
      const wording = datedSentence(sentence, article.date)
      return [{ ...place, wording, match: isNear ? 'near' : 'similar', share, compared, matched }]
    })
    .sort((a, b) => Number(b.match === 'near') - Number(a.match === 'near') || b.share - a.share)
}

function partOf(part: Sentence, { match, compared, sentence }: Found): MatchedPart {
  const { text } = part
  if (hasPhrase(sentence.text, text)) return { text, match: 'same', onlyInMessage: [], onlyInSnippet: [], further: 0 }
  if (match === 'near') {
    return { text, match, onlyInMessage: compared.onlyLeft, onlyInSnippet: compared.onlyRight, further: 0 }
  }
  const onlyInSnippet = compared.alike >= minAlike ? compared.missingLeft() : []
  return { text, match, onlyInMessage: compared.missingRight(), onlyInSnippet, further: 0 }
}

/** Joins ranges with only spaces and punctuation between them. */
function connected(text: string, ranges: readonly Range[]): readonly Range[] {
  const found: Range[] = []
  for (const range of ranges) {
    const last = found.at(-1)
    const isNext = last !== undefined && !letterOrDigit.test(text.slice(last.end, range.start))
    if (isNext) found[found.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else found.push(range)
  }
  return found
}

function itemOf(
  generation: Generation,
  places: Places,
  part: Sentence,
  [first, ...copies]: readonly [Found, ...Found[]],
): MatchItem {
  const { sentence, paragraph } = first
  // Words that are found separately are highlighted separately.
  const ranges = first.match === 'near' ? connected(sentence.text, first.matched) : first.matched
  const matched = ranges.map(({ start, end }) => ({
    start: start + sentence.start,
    end: end + sentence.start,
  }))
  const [start, end] = [matched[0]?.start ?? sentence.start, matched.at(-1)?.end ?? sentence.end]
  const utterance = places.quotationAt(paragraph, { start, end })
  const shown =
    utterance === undefined
      ? { snippet: toSnippet(generation, first, sentence, matched), statement: null }
      : quotationItem(generation, utterance, [], matched)
  const alsoIn = copies.map((copy) => cite(generation, copy, copy.sentence))
  return { kind: 'match', snippet: shown.snippet, alsoIn, statement: shown.statement, part: partOf(part, first) }
}

/** The item for a sentence of a message that the articles have nearly word for word or in other words; copies are further citations. */
export async function similarItems(
  generation: Generation,
  places: Places,
  part: Sentence,
): Promise<readonly MatchItem[]> {
  const [first, ...others] = await sentencesLike(generation, places, part)
  if (first === undefined) return []
  const copies = others.filter(
    (other, at) =>
      other.match === first.match &&
      isSameSentence(first.wording, other.wording) &&
      ![first, ...others.slice(0, at)].some(({ paragraph }) => paragraph === other.paragraph),
  )
  return [itemOf(generation, places, part, [first, ...copies])]
}
