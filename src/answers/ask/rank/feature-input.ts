import type { Range } from '../../../language/text/range.ts'
import type { Generation } from '../../../library/generation/generation.ts'
import type { Question } from '../question/parse-question.ts'
import type { Candidate } from '../retrieve/candidate-sentences.ts'
import { resolved } from '../retrieve/resolved-coverage.ts'
import { matchedByEither, matchedShare } from '../retrieve/term-match.ts'
import { answerSpans } from './answer-spans.ts'
import { type Meaning, meaningReader } from './semantic-similarity.ts'

/** What the features of a candidate see. */
export interface FeatureInput {
  readonly question: Question
  readonly candidate: Candidate
  readonly generation: Generation
  /** Stretches of the type asked for. */
  readonly spans: readonly Range[]
  /** The share of the question's weight in the paragraph, and in the sentence with the one before and the one after. */
  readonly inParagraph: number
  readonly withPrevious: number
  /** Coverage, with the two sentences before counted in where the sentence's opening depends on them. */
  readonly resolved: number
  /** The share of the question's weight in the article's title. */
  readonly inTitle: number
  readonly withNext: number
  /** The share held of the question, each term weighed by how few of the paragraphs found hold it. */
  readonly distinctive: number
  readonly distinctiveInParagraph: number
  /** The greatest coverage of any candidate. */
  readonly bestCoverage: number
  readonly meaning: Meaning
  /** How many of the best ten paragraphs each article has, as a share. */
  readonly articleShare: ReadonlyMap<string, number>
}

const bestParagraphs = 10

/** The share of the question's weight that a title holds. */
function titleShare(question: Question, title: string): number {
  const folded = title.toLowerCase()
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

/** How much each of the question's terms parts the paragraphs found: ln((all + 1) / (those that hold it + 0.5)). */
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

/** The views of candidates of one question. */
export function featureInputs(
  generation: Generation,
  question: Question,
  candidates: readonly Candidate[],
): readonly FeatureInput[] {
  const bestCoverage = Math.max(0, ...candidates.map(({ coverage }) => coverage))
  const titles = new Map<string, number>()
  const inTitle = ({ article }: Candidate['passage']) => {
    const known = titles.get(article.title) ?? titleShare(question, article.title)
    titles.set(article.title, known)
    return known
  }
  const articleShare = articleShares(candidates)
  const weights = distinctivenessWeights(question, candidates)
  const readMeaning = meaningReader(generation, question)
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
      inTitle: inTitle(candidate.passage),
      resolved: resolved(question, candidate),
      withPrevious: share(at - 1),
      withNext: share(at + 1),
      distinctive: weighedShare(weights, match.held),
      distinctiveInParagraph: weighedShare(weights, paragraph.held),
      bestCoverage,
      meaning: readMeaning(candidate),
      articleShare,
    }
  })
}
