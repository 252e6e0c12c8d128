import type { Question } from '../question/parse-question.ts'
import { heldAround } from '../rank/held-around.ts'
import type { Ranked } from '../rank/rank.ts'
import { statesReason } from '../rank/reason-cues.ts'
import { deniesEvent } from './same-clause.ts'
import { holdsAll } from './strong-match.ts'

const minHeld = 0.6

/**
 * Whether a sentence is about all that a why-question asks about: it holds every name and content word itself, or it holds the verb, gives
 * a reason or is followed by one, and the text around holds the rest. Few reasons are marked, so the first case requires no cue.
 */
export function isReasonMatch(question: Question, ranked: Ranked): boolean {
  const { type, terms, content, verb, negated } = question
  const { sentence, paragraph, at, match, view } = ranked
  if (type !== 'reason' || content.length === 0 || negated !== deniesEvent(question, ranked)) return false
  if (holdsAll(question, match)) return true
  const next = paragraph.sentences[at + 1]
  return (
    terms.some(({ term }, asked) => term === verb && (match.held[asked] ?? 0) >= minHeld) &&
    (statesReason(sentence.text) || (next !== undefined && statesReason(next.text))) &&
    holdsAll(question, { held: heldAround(view) })
  )
}
