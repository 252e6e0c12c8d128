import type { Comparison } from './compare-claims.ts'

// Tuned on the synthetic articles of bench/facts; docs/facts.md has the measurements.
const minShared = 3
/** A clause with at most this many terms needs only two shared terms. */
const shortClause = 4
/** Minimum containment of contradicting reports: they must not each add different content. */
const minContainmentInConflict = 0.68
/** The same if they share a figure that is more than a small count: then they disagree about the same thing. */
const minContainmentWithFigure = 0.5
const thresholds = {
  /** Articles without a common event. */
  others: { words: 0.66, smallFigures: 0.62, figures: 0.5, conflict: 0.75 },
  /** Articles that may cover one event, within days. */
  story: { words: 0.46, smallFigures: 0.42, figures: 0.3, conflict: 0.5 },
} as const

/** How close two articles are: of one story, within two weeks, or further apart. */
export type Nearness = 'story' | 'near' | 'far'

const nearCopy = 0.85
/** A copy without a name or figure is the same fact only if it has this many terms ("No injuries were reported." is too short). */
const longCopy = 6
/** Extra overlap required if neither report contains the other's main event. */
const otherEvent = 0.08

function minScore(found: Comparison, isStory: boolean): number {
  const least = isStory ? thresholds.story : thresholds.others
  if (found.conflicts > 0) return least.conflict
  const elsewhere = found.isSameEvent ? 0 : otherEvent
  if (found.sharedFigures === 0) return least.words + elsewhere
  return found.isDiscriminative ? least.figures : least.smallFigures + elsewhere
}

/** Whether two reports overlap enough if nothing else connects their articles. */
function isEnough(found: Comparison, isFar: boolean): boolean {
  const { score, sharedTerms, sharedNames, sharedEvents, isDiscriminative, hasEvent, isSameTime, conflicts } = found
  // In articles written weeks apart, it is a different event unless both give the same date.
  if (isFar && hasEvent && !isSameTime) return false
  const isCopy = conflicts === 0 && score >= nearCopy
  if (isCopy) return sharedNames > 0 || isDiscriminative || sharedTerms >= longCopy
  return sharedNames > 0 && (sharedEvents > 0 || isDiscriminative)
}

/**
 * Whether two reports overlap so much that they are of one fact. Those of articles without a common event must be copies, or share a name plus
 * an event or an uncommon figure.
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
  return (isStory || isEnough(found, nearness === 'far')) && score >= minScore(found, isStory)
}

/** Whether two sentences of one article repeat each other. */
export function isRepeat({ score, isPossible, conflicts }: Comparison): boolean {
  return isPossible && conflicts === 0 && score >= nearCopy
}

/** Minimum score of two contradicting members that a third one connects. */
const minMemberSimilarity = 0.4

/** Whether two reports can be in one fact through a third. They may contradict each other twice if they share a discriminative figure. */
export function canBeMembers({ isPossible, conflicts, score, isDiscriminative }: Comparison): boolean {
  return isPossible && (conflicts === 0 || (conflicts <= (isDiscriminative ? 2 : 1) && score >= minMemberSimilarity))
}
