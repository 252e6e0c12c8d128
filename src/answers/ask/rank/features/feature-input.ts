import type { Range } from '../../../../language/text/range.ts'
import { normalise } from '../../../../language/tokens/normalise.ts'
import type { Generation } from '../../../../library/generation/generation.ts'
import { oncePerKey } from '../../../../resources/once-per-key.ts'
import type { Question } from '../../question/parse-question.ts'
import type { Candidate } from '../../retrieve/candidate-sentences.ts'
import { leadCoverage } from '../../retrieve/lead-coverage.ts'
import { resolved } from '../../retrieve/resolved-coverage.ts'
import { matchedByEither, matchedShare } from '../../retrieve/term-match.ts'
import { answerSpans } from '../spans/answer-spans.ts'
import { type Meaning, meaningReader } from './semantic-similarity.ts'

/** The input of a candidate's features. */
export interface FeatureInput {
  readonly question: Question
  readonly candidate: Candidate
  readonly generation: Generation
  /** Spans of the type asked for. */
  readonly spans: readonly Range[]
  /** The share of the question's weight in the paragraph, and in the sentence with the sentences before and after it. */
  readonly inParagraph: number
  readonly withPrevious: number
  /** Coverage that includes the two sentences before if the beginning of the sentence depends on them. */
  readonly resolved: number
  /** The share of the question's weight in the article's title. */
  readonly inTitle: number
  readonly withNext: number
  /** The share of the question that is matched, each term weighted by how few of the paragraphs found contain it. */
  readonly distinctive: number
  readonly distinctiveInParagraph: number
  /** The maximum coverage of all candidates. */
  readonly bestCoverage: number
  readonly meaning: Meaning
  /** For each article, its share of the best ten paragraphs. */
  readonly articleShare: ReadonlyMap<string, number>
  /** The coverage of each term of the question in the title and the first paragraphs of the article. */
  readonly leadHeld: () => readonly number[]
}

const bestParagraphs = 10

/** The share of the question's weight in a title. */
function titleShare(question: Question, title: string): number {
  const folded = normalise(title)
  return matchedShare(
    question,
    question.terms.map((term) => Number(folded.includes(term.folded))),
  )
}

function articleShares(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const best = new Set(candidates.map(({ paragraph }) => paragraph).filter(({ rank }) => rank < bestParagraphs))
  const shares = new Map<string, number>()
  for (const { passage } of best) shares.set(passage.article.id, (shares.get(passage.article.id) ?? 0) + 1 / best.size)
  return shares
}

/** How well each term of the question separates the paragraphs found: ln((all + 1) / (those that contain it + 0.5)). */
function distinctivenessWeights(question: Question, candidates: readonly Candidate[]): readonly number[] {
  const paragraphs = [...new Set(candidates.map(({ paragraph }) => paragraph))]
  return question.terms.map((_, asked) => {
    const holding = paragraphs.reduce((sum, { held }) => sum + (held[asked] ?? 0), 0)
    return Math.log((paragraphs.length + 1) / (holding + 0.5))
  })
}

function weighedShare(weights: readonly number[], held: readonly number[]): number {
  let [sum, all] = [0, 0]
  for (let at = 0; at < weights.length; at++) {
    sum += (weights[at] ?? 0) * (held[at] ?? 0)
    all += weights[at] ?? 0
  }
  return all <= 0 ? 0 : sum / all
}

/** The feature inputs of the candidates of one question. */
export function featureInputs(
  generation: Generation,
  question: Question,
  candidates: readonly Candidate[],
): readonly FeatureInput[] {
  const bestCoverage = Math.max(0, ...candidates.map(({ coverage }) => coverage))
  const inTitle = oncePerKey((title: string) => titleShare(question, title))
  const articleShare = articleShares(candidates)
  const weights = distinctivenessWeights(question, candidates)
  const readMeaning = meaningReader(generation, question)
  const leads = new Map<string, readonly number[]>()
  const leadOf = (candidate: Candidate) => {
    const { id } = candidate.passage.article
    const known = leads.get(id) ?? leadCoverage(generation, question, candidate.passage)
    leads.set(id, known)
    return known
  }
  return candidates.map((candidate) => {
    const { paragraph, at, match, sentence } = candidate
    const share = (neighbour: number) =>
      matchedShare(question, matchedByEither(match.held, paragraph.matches[neighbour]?.held ?? []))
    return {
      question,
      candidate,
      generation,
      spans: answerSpans(question, sentence, generation.vocabulary),
      inParagraph: paragraph.coverage,
      inTitle: inTitle(candidate.passage.article.title),
      resolved: resolved(question, candidate),
      withPrevious: share(at - 1),
      withNext: share(at + 1),
      distinctive: weighedShare(weights, match.held),
      distinctiveInParagraph: weighedShare(weights, paragraph.held),
      bestCoverage,
      meaning: readMeaning(candidate),
      articleShare,
      leadHeld: () => leadOf(candidate),
    }
  })
}
