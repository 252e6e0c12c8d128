import type { Comparison } from './compare-claims.ts'
import type { Nearness } from './story.ts'

// Chosen on the made-up articles of bench/facts; docs/facts.md has the measurements.
const minShared = 3
/** A clause of this many terms, or fewer, need share only two. */
const shortClause = 4
/** What of the shorter clause the other must hold where they contradict each other: what they add may not be other things on both sides. */
const minContainmentInConflict = 0.68
/** The same where they share a figure that is no small count: it is the same thing that they differ about. */
const minContainmentWithFigure = 0.5
const thresholds = {
  /** Two articles of which nothing else is known. */
  strangers: { words: 0.66, smallFigures: 0.62, figures: 0.5, conflict: 0.75 },
  /** Two articles that surely report a fact in common, within days. */
  story: { words: 0.46, smallFigures: 0.42, figures: 0.3, conflict: 0.5 },
} as const
const nearCopy = 0.85
/** A copy without a name or figure tells of one fact only if it is this long ("No injuries were reported."). */
const longCopy = 6
/** What a pair must share more where the main event of neither is in the other. */
const otherEvent = 0.08

function minScore(found: Comparison, isStory: boolean): number {
  const least = isStory ? thresholds.story : thresholds.strangers
  if (found.conflicts > 0) return least.conflict
  const elsewhere = found.isSameEvent ? 0 : otherEvent
  if (found.sharedFigures === 0) return least.words + elsewhere
  return found.isDiscriminative ? least.figures : least.smallFigures + elsewhere
}

/** Whether what two reports share is enough where nothing ties their articles together. */
function isEnoughForStrangers(found: Comparison, isFar: boolean): boolean {
  const { score, sharedTerms, sharedNames, sharedEvents, isDiscriminative, hasEvent, isSameTime, conflicts } = found
  // Written weeks apart, an event is another one, unless both give its day.
  if (isFar && hasEvent && !isSameTime) return false
  const isCopy = conflicts === 0 && score >= nearCopy
  if (isCopy) return sharedNames > 0 || isDiscriminative || sharedTerms >= longCopy
  return sharedNames > 0 && (sharedEvents > 0 || isDiscriminative)
}

/**
 * Whether two reports are of one fact. Articles of one story, which report other facts in common, need say less alike than
 * strangers, whose reports must share a name, and an event or a figure that is not common, or be copies.
 */
export function isSameFact(found: Comparison, nearness: Nearness): boolean {
  const { score, isPossible, sharedTerms, isDiscriminative, isSameEvent, conflicts } = found
  const least = found.smallest <= shortClause ? minShared - 1 : minShared
  if (!isPossible || conflicts > 1 || sharedTerms < least) return false
  if (
    conflicts === 1 &&
    ((!isSameEvent && !isDiscriminative) ||
      !found.isPlaced ||
      found.containment < (isDiscriminative ? minContainmentWithFigure : minContainmentInConflict))
  )
    return false
  const isStory = nearness === 'story'
  if (!isStory && !isEnoughForStrangers(found, nearness === 'far')) return false
  return score >= minScore(found, isStory)
}

/** Whether two sentences of one article repeat each other. */
export function isRepeat({ score, isPossible, conflicts }: Comparison): boolean {
  return isPossible && conflicts === 0 && score >= nearCopy
}

/** The least score at which a sentence that is in a fact with one clause joins a further one with another. */
export const secondFact = 0.6

/** The least score of two members that contradict each other and are joined by a third. */
const minMemberSimilarity = 0.4

/** Whether two reports can be of one fact that a third joins them in: they may contradict each other twice where they share a telling figure. */
export function canBeMembers({ isPossible, conflicts, score, isDiscriminative }: Comparison): boolean {
  return isPossible && (conflicts === 0 || (conflicts <= (isDiscriminative ? 2 : 1) && score >= minMemberSimilarity))
}
