import { normalise } from '../../language/tokens/normalise.ts'
import { words } from '../../language/tokens/words.ts'
import type { Generation } from '../../library/generation/generation.ts'
import type { Statement } from '../../reading/statements/statement.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { parseQuery, parseWords } from '../../search/query/query.ts'
import { bitsOfTerms, type QueryTerm } from '../../search/terms/query-terms.ts'
import { hasShare } from '../../search/terms/term-lists.ts'
import { inverseFrequency } from '../../search/terms/term-statistics.ts'
import { type Answer, maxItems, maxNearest } from '../answer/answer.ts'
import { coverage } from '../answer/coverage.ts'
import { exactWords, hasPhrase } from '../answer/exact-words.ts'
import type { StatementItem } from '../answer/item.ts'
import { nearestPassages } from '../answer/nearest-passages.ts'
import { verify } from '../answer/verify.ts'
import type { AskingVerb } from '../ask/intent/asking-verb.ts'
import type { Question } from '../ask/question/parse-question.ts'
import { readTopic, topicShareOf } from '../ask/retrieve/topic-reader.ts'
import { askedWords } from './asked-words.ts'
import { eachSentenceOnce } from './each-sentence-once.ts'
import { misspeltShare, statementsLike } from './misspelt-words.ts'
import { type ShownStatement, showBest } from './shown-utterance.ts'
import { hasCue, isDeniedReport, isNegation, takesStance } from './stance.ts'
import { statementItem, withAskedSpeaker } from './statement-item.ts'
import { statementLists } from './statement-lists.ts'
import { statementsWithRow, statementWords } from './statement-words.ts'

const quoted = /["\u201c\u201d\u201e\u00ab\u00bb]([^"\u201c\u201d\u201e\u00ab\u00bb]{2,})["\u201c\u201d\u00ab\u00bb]/u

/**
 * Shares of weight: how much of the query is in what is attributed to the speaker, how much is in the sentences around, and how much of the
 * quotation or report is in the query.
 */
interface Shares {
  readonly inside: number
  readonly around: number
  readonly ofContent: number
}

function shares(
  generation: Generation,
  query: readonly QueryTerm[],
  { termSet, statedTerms, aroundTerms }: Utterance,
): Shares {
  const asked = new Set(query.flatMap(({ matches }) => matches.map(({ term }) => term)))
  let own = 0
  let ofContent = 0
  for (const term of termSet) {
    const weight = inverseFrequency(generation.statistics, term)
    own += weight
    if (asked.has(term)) ofContent += weight
  }
  return {
    inside: coverage(query, statedTerms),
    around: coverage(query, aroundTerms),
    ofContent: own === 0 ? 0 : ofContent / own,
  }
}

/** If most of their weight is in what is attributed, the words are from it. */
const minInsideCoverage = 0.6
/** A short one matches if the words contain nearly all of it and its sentence contains most of the other words. */
const minContentShare = 0.8
const minContextCoverage = 0.7

function isMeant({ inside, around, ofContent }: Shares): boolean {
  return inside >= minInsideCoverage || (ofContent >= minContentShare && around >= minContextCoverage)
}

/** The statements that may be meant: those with as much of the query in all their utterances as one of them must have. */
function statementsWith(statements: readonly Statement[], query: readonly QueryTerm[]): readonly Statement[] {
  const total = query.reduce((sum, { weight }) => sum + weight, 0)
  const least = Math.min(minInsideCoverage, minContextCoverage) * total
  return statementLists(statements).having(bitsOfTerms(query), hasShare(query, least))
}

/** The share of adjacent query words, function words included, that are also adjacent in the quotation, 0 to 1. */
function inOrder(asked: readonly string[], { content }: Utterance): number {
  if (asked.length < 2) return 0
  const said = words(content.text).map(({ folded }) => folded)
  const pairs = new Set(said.slice(1).map((word, at) => `${said[at]} ${word}`))
  const found = asked.slice(1).filter((word, at) => pairs.has(`${asked[at]} ${word}`)).length
  return found / (asked.length - 1)
}

/** The minimum share of a question in the user's own words, related words included, in what is attributed to a speaker. */
const minRelatedCoverage = 0.7

/**
 * Scores utterances for a question in the user's own words: "halt purchases" answers who wants to stop buying. Both must be negated, or
 * neither.
 */
function relatedScore(question: Question, text: string, verb: AskingVerb | null): (utterance: Utterance) => number {
  const topic = topicShareOf(question)
  const isNegated = isNegation(text)
  return (utterance) => {
    const share = topic(utterance.statedTerms)
    if (share < minRelatedCoverage || isNegation(utterance.content.text) !== isNegated) return 0
    return (verb === null ? !isDeniedReport(utterance) : takesStance(utterance, verb)) ? share : 0
  }
}

/** The statements that may have enough of a question in the user's own words. */
function statementsRelatedTo(statements: readonly Statement[], { lookup, terms, totalWeight }: Question) {
  const bitsOf = new Map(
    [...lookup].map(([term, asked]) => [term, asked.reduce((bits, one) => bits | (1 << one.asked), 0)] as const),
  )
  return statementLists(statements).having(bitsOf, hasShare(terms, minRelatedCoverage * totalWeight))
}

/** A single function word is in nearly every text. */
const minFunctionWords = 2

/**
 * Scores utterances for a phrase of function words only ("it is what it is"): those that contain it match, and the score is its share of the
 * utterance.
 */
function literalScore(row: string): (utterance: Utterance) => number {
  const count = exactWords(row).length
  if (count < minFunctionWords) return () => 0
  return (utterance) =>
    !isDeniedReport(utterance) && hasPhrase(utterance.content.text, row)
      ? count / exactWords(utterance.content.text).length
      : 0
}

/** A negation typed without its apostrophe. */
const closedNegation = /\b(do|does|did|is|are|was|were|wo|ca|would|could|should|has|have|had)nt\b/giu

/** A statement that was found, with how well it matches. */
interface Found extends ShownStatement {
  readonly score: number
}

/** The best utterance of a statement, a quotation if it has one; null if none of them matches. */
function choose(statement: Statement, scoreOf: (utterance: Utterance) => number): Found | null {
  const [first, ...others] = statement
  const scored = (utterance: Utterance) => ({ utterance, score: scoreOf(utterance) })
  const all = [scored(first), ...others.map(scored)] as const
  const score = Math.max(...all.map((one) => one.score))
  return score === 0 ? null : { ...showBest(all), score }
}

/**
 * Finds who said these words, which may be misspelt, incomplete or another translation, or who is reported to have said something with them:
 * the sentences, the speaker, and every place that has it. Words that the articles attribute to nobody count as not found.
 * @throws QueryError if the words cannot be searched for.
 */
export async function whoSaid(generation: Generation, input: string): Promise<Answer<StatementItem>> {
  const { text } = parseWords(input)
  const { words: asked, isQuestion, verb } = askedWords(text)
  const said = parseWords(asked)
  const askedWordList = words(said.text).map(({ folded }) => folded)
  const result = await generation.index.search({ terms: said.terms, limit: maxNearest })
  const query = result.terms
  const quotedWords = normalise(quoted.exec(text)?.[1] ?? '').trim()
  const base = { generation: generation.id, articles: generation.articles.length }
  const scoreOf = (utterance: Utterance): number => {
    const found = shares(generation, query, utterance)
    const isMarked = quotedWords !== '' && normalise(utterance.content.text).includes(quotedWords)
    if (!isMeant(found) && !(isMarked && found.around >= minContextCoverage)) return 0
    if (verb === null ? isDeniedReport(utterance) : !takesStance(utterance, verb)) return 0
    const order = inOrder(askedWordList, utterance)
    const literal = isMarked || hasPhrase(utterance.content.text, said.text)
    const sameCue = verb !== null && verb.kind !== 'plain' && hasCue(utterance, verb)
    const { inside, ofContent, around } = found
    return inside + 0.5 * ofContent + 0.25 * around + 0.5 * order + (literal ? 1 : 0) + (sameCue ? 0.5 : 0)
  }
  const { statements } = generation
  const spoken = () => statementWords(statements)
  const found = (likely: readonly Statement[], score: (utterance: Utterance) => number) =>
    eachSentenceOnce(likely.flatMap((statement) => choose(statement, score) ?? []).sort((a, b) => b.score - a.score))
  const same =
    said.terms.length === 0
      ? found(statementsWithRow(spoken(), askedWordList), literalScore(said.text))
      : found(statementsWith(statements, query), scoreOf)
  // Without a statement that has them in a row, function words are too little to search for.
  if (same.length === 0) parseQuery(asked)
  const spelt = misspeltShare(said.text)
  const asksNegation = isNegation(said.text.replace(closedNegation, "$1n't"))
  const misspelt = (utterance: Utterance) => {
    const isMeant = verb === null ? !isDeniedReport(utterance) : takesStance(utterance, verb)
    return isMeant && isNegation(utterance.content.text) === asksNegation ? spelt(utterance.content.text) : 0
  }
  const alike = same.length > 0 ? same : found(statementsLike(spoken(), said.text), misspelt)
  const related =
    alike.length > 0 || !isQuestion || verb?.kind === 'denial'
      ? null
      : await readTopic(generation, said.text, undefined)
  const matches =
    related === null ? alike : found(statementsRelatedTo(statements, related), relatedScore(related, said.text, verb))
  if (matches.length === 0) {
    const nearest = nearestPassages(generation, result)
    return verify(generation, {
      ...base,
      status: 'nothing-found',
      instead: [],
      reason: { code: 'not-quoted' },
      nearest,
    })
  }
  const items = matches
    .slice(0, maxItems)
    .map(({ shown, others }) => withAskedSpeaker(statementItem(generation, shown, others)))
  return verify(generation, { ...base, status: 'answered', items, total: matches.length })
}
