import type { Generation } from '../../../library/generation/generation.ts'
import { forestScore } from '../../../resources/boosted-trees.ts'
import { oncePerKey } from '../../../resources/once-per-key.ts'
import type { NothingFoundReason } from '../../answer/answer.ts'
import { isLightWord } from '../question/light-words.ts'
import { originalWording } from '../question/original-wording.ts'
import type { Question } from '../question/parse-question.ts'
import { saysTheReverse } from '../rank/features/syntactic-evidence.ts'
import type { Ranked } from '../rank/rank.ts'
import { textStyle } from '../rank/text-style.ts'
import { doubtValues } from './answerability-features.ts'
import { decisionModel } from './decision-model.ts'
import { isReasonMatch } from './evidence/reason-match.ts'
import { belongsToVerb, hasPlaceOfEvent } from './evidence/same-clause.ts'
import { hasTopicAround, isPlacedEvent, isStrongMatch } from './evidence/strong-match.ts'
import { type LogisticDecision, logisticScore, newsDecision } from './logistic-decision.ts'
import { asksForFuture } from './rules/event-rules.ts'
import { ruledOut } from './rules/rejection-rules.ts'

/** The reason, in a few words, why the evidence is too weak. */
function weakness(question: Question, { paragraph, match }: Ranked): NothingFoundReason {
  const where = (wanted: (asked: number) => boolean) =>
    originalWording(
      question,
      question.terms.flatMap(({ term, isName }, asked) =>
        wanted(asked) && (isName || (question.content.includes(term) && !isLightWord(term))) ? [asked] : [],
      ),
    )
  const unknown = where((asked) => question.terms[asked]?.known === false)
  if (unknown.length > 0) return { code: 'unknown-words', words: unknown }
  const far = where((asked) => !paragraph.held[asked])
  if (far.length > 0) return { code: 'words-apart', words: far }
  const near = where((asked) => !match.held[asked])
  return near.length > 0 ? { code: 'words-apart', words: near } : { code: 'weak-match' }
}

/** The decision about the candidates of a question. */
export interface Decision {
  /** The best candidate that no rule rejects; null if there is none. */
  readonly best: Ranked | null
  /** The confidence that the best candidate answers, in log odds; -Infinity if there is none. */
  readonly score: number
  /** Why nothing answers, or null if the best does. */
  readonly reason: NothingFoundReason | null
  /** Whether the best may not answer. */
  readonly unsure: boolean
}

/** How many of the best sentences are considered as the answer. */
export const maxWeighed = 8

/** The candidates for a question, as far as the rules have judged them. */
interface Case {
  readonly question: Question
  /** All candidates, best first. */
  readonly ranked: readonly Ranked[]
  /** The best of them. */
  readonly weighed: readonly Ranked[]
  /** The best one that no rule rejects. */
  readonly first: Ranked
  /** Whether no rule rejects a candidate. */
  readonly isAllowed: (candidate: Ranked) => boolean
  /** Why the best candidate does not answer. */
  readonly refusal: () => NothingFoundReason
}

/** The minimum lead in score of another candidate over the one that is ranked first. */
const minPreference = 0.3

/**
 * The candidate that answers best by the trained decision: the one ranked first, unless another is clearly better. The ranking compares
 * sentences; the decision judges each one on its own.
 */
function bestByEvidence(
  { question, ranked, weighed, isAllowed }: Case,
  model: LogisticDecision,
): { readonly best: Ranked | null; readonly score: number } {
  const judged = weighed
    .filter((candidate) => isAllowed(candidate) && hasTopicAround(question, candidate))
    .map((candidate) => ({
      best: candidate,
      score: logisticScore(model, doubtValues({ question, candidate, ranked })),
    }))
  const [first, ...others] = judged
  if (first === undefined) return { best: null, score: Number.NEGATIVE_INFINITY }
  const better = others.reduce((best, other) => (other.score > best.score ? other : best), first)
  return better.score > first.score + minPreference ? better : first
}

function decideOnNews(one: Case): Decision {
  const { question, ranked, weighed, first, isAllowed, refusal } = one
  const isReversed = (candidate: Ranked) =>
    candidate.coverage >= first.coverage && saysTheReverse(question, candidate.sentence, candidate.match)
  if (weighed.some(isReversed)) return { best: first, score: 0, reason: { code: 'roles-reversed' }, unsure: false }
  const model = newsDecision()
  const placed =
    question.type === 'place' && !hasPlaceOfEvent(question, first)
      ? ranked.find((candidate) => isPlacedEvent(question, candidate) && isAllowed(candidate))
      : undefined
  if (placed !== undefined) return { best: placed, score: model.minUnsure, reason: null, unsure: true }
  const { best, score } = bestByEvidence(one, model)
  if (best !== null && score >= model.minUnsure) {
    const belongs = belongsToVerb(question, best)
    // A future event often has no date yet, and the dates near it belong to something else.
    if (!belongs && asksForFuture(question))
      return { best, score, reason: { code: 'type-absent', type: 'date' }, unsure: false }
    return { best, score, reason: null, unsure: score < model.minSure || !belongs }
  }
  const matches = (candidate: Ranked) => isStrongMatch(question, candidate) || isReasonMatch(question, candidate)
  const strong = weighed.find((candidate) => matches(candidate) && isAllowed(candidate))
  if (strong !== undefined) return { best: strong, score: model.minUnsure, reason: null, unsure: true }
  return { best: first, score, reason: refusal(), unsure: false }
}

function decideOnPages({ question, ranked, weighed, first, isAllowed, refusal }: Case): Decision {
  const { forest, minScore } = decisionModel()
  const score = forestScore(forest, doubtValues({ question, candidate: first, ranked }))
  if (score >= minScore) return { best: first, score, reason: null, unsure: false }
  const sure = weighed.find((candidate) => isStrongMatch(question, candidate) && isAllowed(candidate))
  if (sure !== undefined) return { best: sure, score: minScore, reason: null, unsure: false }
  return { best: first, score, reason: refusal(), unsure: false }
}

/**
 * Decides whether one of the candidates (best first) answers: the best one that no rule rejects, if its confidence is high enough;
 * otherwise the best one that passes `isStrongMatch` or, in news, `isReasonMatch`.
 */
export function decide(generation: Generation, question: Question, ranked: readonly Ranked[]): Decision {
  const weighed = ranked.slice(0, maxWeighed)
  const reasonOf = oncePerKey((candidate: Ranked) => ruledOut({ generation, question, ranked: candidate }))
  const isAllowed = (candidate: Ranked) => reasonOf(candidate) === null
  const first = weighed.find(isAllowed)
  const [top] = weighed
  const refused = top === undefined ? null : reasonOf(top)
  if (first === undefined) {
    const unknown = question.terms.flatMap(({ known }, asked) => (known ? [] : [asked]))
    const nothing: NothingFoundReason = { code: 'unknown-words', words: originalWording(question, unknown) }
    return { best: null, score: Number.NEGATIVE_INFINITY, reason: refused ?? nothing, unsure: false }
  }
  const refusal = () => refused ?? weakness(question, first)
  const one: Case = { question, ranked, weighed, first, isAllowed, refusal }
  return textStyle(generation) === 'news' ? decideOnNews(one) : decideOnPages(one)
}
