import type { Frame } from './frame.ts'
import { type Entity, genderOf, type NameBook } from './name-book.ts'
import type { Gender } from './titles.ts'

/** A name seen in reading order, for finding what a pronoun stands for. */
export interface Seen {
  readonly entity: Entity
  readonly frame: number
  readonly token: number
  readonly sentence: number
  readonly subject: boolean
}

const GENDER: Readonly<Record<string, Gender>> = { he: 'male', she: 'female' }
const WINDOW = 40

/** The names of one frame in reading order, with what they may mean. */
export function namesSeen(frame: Frame, index: number, book: NameBook): readonly Seen[] {
  const seen: Seen[] = []
  for (const name of frame.names) {
    if (name.titleOnly) continue
    const entity = book.resolve(name.words)
    if (entity === undefined) continue
    const sentence = frame.sentenceOf(name.from)
    const before = frame.tokens[name.from - 1]?.lower ?? ''
    const subject =
      !name.possessive &&
      (name.from === sentence.from ||
        before === ',' ||
        !/^(?:of|for|from|with|in|at|on|by|to|against|about|than|and)$/.test(before))
    seen.push({ entity, frame: index, token: name.from, sentence: sentence.index, subject })
  }
  return seen
}

/**
 * The person a pronoun stands for: the best fitting name before it, by recency, by being a subject or the last speaker,
 * and by how often the article names it.
 */
export function resolvePronoun(
  pronoun: string,
  at: { readonly frame: number; readonly token: number; readonly sentence: number },
  seen: readonly Seen[],
  lastSpeaker: { readonly entity: Entity; readonly frame: number } | null,
): Entity | null {
  const gender = GENDER[pronoun]
  if (gender === undefined) return null
  const scores = new Map<Entity, number>()
  const add = (entity: Entity, score: number): void => {
    if (score > (scores.get(entity) ?? Number.NEGATIVE_INFINITY)) scores.set(entity, score)
  }
  let rank = 0
  for (let i = countBefore(seen, at) - 1; i >= 0 && rank < WINDOW; i--) {
    const one = seen[i]
    if (one === undefined) break
    if (at.frame - one.frame > 6) break
    rank++
    const distance = one.frame === at.frame ? at.sentence - one.sentence : 1 + (at.frame - one.frame) * 1.5
    add(one.entity, -distance - rank * 0.12 + (one.subject ? (distance === 0 ? 3 : 1.2) : 0))
  }
  if (lastSpeaker !== null && at.frame - lastSpeaker.frame <= 3) {
    add(lastSpeaker.entity, (scores.get(lastSpeaker.entity) ?? -3 - (at.frame - lastSpeaker.frame)) + 2.4)
  }
  let best: Entity | null = null
  let top = Number.NEGATIVE_INFINITY
  for (const [entity, score] of scores) {
    const known = genderOf(entity)
    if ((known !== undefined && known !== gender) || entity.organisation) continue
    const total =
      score +
      (known === gender ? 2 : 0) +
      (entity.person > 0 ? 1.2 : 0) +
      Math.min(1.2, Math.log(1 + entity.mentions) * 0.35) +
      (entity.words.length > 1 ? 0.8 : -0.5)
    if (total > top) {
      best = entity
      top = total
    }
  }
  return best
}

/** How many names stand before a place, by bisection. */
function countBefore(seen: readonly Seen[], at: { readonly frame: number; readonly token: number }): number {
  let low = 0
  let high = seen.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const one = seen[middle]
    if (one !== undefined && (one.frame < at.frame || (one.frame === at.frame && one.token < at.token)))
      low = middle + 1
    else high = middle
  }
  return low
}
