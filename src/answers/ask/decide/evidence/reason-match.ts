import { verbOf } from '../../question/asked-terms.ts'
import type { Question } from '../../question/parse-question.ts'
import { heldAround } from '../../rank/features/held-around.ts'
import type { Ranked } from '../../rank/rank.ts'
import { statesReason } from '../../rank/spans/reason-cues.ts'
import { deniesEvent } from './same-clause.ts'
import { holdsAll, minMatchedShare } from './strong-match.ts'

/**
 * Whether a sentence is about everything that a why-question asks about. Either it contains every name and content word itself, or it
 * contains the verb, states a reason or is followed by one, and the text around it contains the rest. Few reasons are marked, so the first
 * case requires no cue.
 */
export function isReasonMatch(question: Question, ranked: Ranked): boolean {
  const { type, content, negated } = question
  const { sentence, paragraph, at, match, view } = ranked
  if (type !== 'reason' || content.length === 0 || negated !== deniesEvent(question, ranked)) return false
  if (holdsAll(question, match)) return true
  const next = paragraph.sentences[at + 1]
  return (
    (match.held[verbOf(question)] ?? 0) >= minMatchedShare &&
    (statesReason(sentence.text) || (next !== undefined && statesReason(next.text))) &&
    holdsAll(question, { held: heldAround(view) })
  )
}
