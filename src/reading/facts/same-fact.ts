import type { Comparison } from './compare.ts'

// Chosen on the made-up articles of bench/facts; docs/facts.md has the measurements.
const leastShared = 3
/** A clause of this many terms, or fewer, need share only two. */
const shortClause = 4
/** What of the shorter clause the other must hold where they contradict each other: what they add may not be other things on both sides. */
const heldInConflict = 0.68
const thresholds = {
  /** Two articles of which nothing else is known. */
  strangers: { words: 0.66, smallFigures: 0.62, figures: 0.5, conflict: 0.75 },
  /** Two articles that surely report a fact in common, within days. */
  story: { words: 0.46, smallFigures: 0.42, figures: 0.3, conflict: 0.5 },
} as const
const nearCopy = 0.85
/** What a pair must share more where the main event of neither is in the other. */
const otherEvent = 0.08

function leastScore(found: Comparison, isStory: boolean): number {
  const least = isStory ? thresholds.story : thresholds.strangers
  if (found.conflicts > 0) return least.conflict
  const elsewhere = found.isSameEvent ? 0 : otherEvent
  if (found.sharedFigures === 0) return least.words + elsewhere
  return found.isTelling ? least.figures : least.smallFigures + elsewhere
}

/**
 * Whether two reports are of one fact. `isStory` tells that their articles report other facts in common; without that, they
 * must share a name, and an event or a figure that is not common, or be copies.
 */
export function isSameFact(found: Comparison, isStory: boolean): boolean {
  const { score, isPossible, sharedTerms, sharedNames, sharedEvents, isTelling, isSameEvent, conflicts } = found
  if (!isPossible || conflicts > 1 || sharedTerms < (found.smallest <= shortClause ? leastShared - 1 : leastShared))
    return false
  if (conflicts === 1 && ((!isSameEvent && !isTelling) || !found.isPlaced || found.held < heldInConflict)) return false
  const isCopy = conflicts === 0 && score >= nearCopy
  if (!isStory && !isCopy && (sharedNames === 0 || (sharedEvents === 0 && !isTelling))) return false
  return score >= leastScore(found, isStory)
}

/** Whether two sentences of one article repeat each other. */
export function isRepeat({ score, isPossible, conflicts }: Comparison): boolean {
  return isPossible && conflicts === 0 && score >= nearCopy
}

/** The least score at which a sentence that is in a fact with one clause joins a further one with another. */
export const secondFact = 0.6
