import type { Comparison } from './compare.ts'

// Chosen on the made-up articles of bench/facts; docs/facts.md has the measurements.
const leastShared = 3
const thresholds = {
  /** Two articles of which nothing else is known. */
  strangers: { words: 0.66, figures: 0.45, conflict: 0.75 },
  /** Two articles that surely report a fact in common, within days. */
  story: { words: 0.46, figures: 0.3, conflict: 0.5 },
} as const
const nearCopy = 0.85
/** What a pair must share more where the main event of neither is in the other. */
const otherEvent = 0.08

/** Whether two reports are of one fact. `isStory` tells that their articles report other facts in common. */
export function isSameFact(found: Comparison, isStory: boolean): boolean {
  const { score, isPossible, sharedTerms, sharedFigures, isSameEvent, conflicts } = found
  if (!isPossible || conflicts > 1) return false
  const least = isStory ? thresholds.story : thresholds.strangers
  if (conflicts === 1) return score >= least.conflict && sharedTerms >= leastShared
  if (sharedFigures > 0) return score >= least.figures && sharedTerms >= leastShared
  return score >= least.words + (isSameEvent ? 0 : otherEvent) && sharedTerms >= leastShared
}

/** Whether two sentences of one article repeat each other. */
export function isRepeat({ score, isPossible, conflicts }: Comparison): boolean {
  return isPossible && conflicts === 0 && score >= nearCopy
}

/** The least score at which a sentence that is in a fact with one clause joins a further one with another. */
export const secondFact = 0.6
