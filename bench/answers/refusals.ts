/** A decision's score for a question, and what would have been right. */
export interface Judged {
  readonly score: number
  readonly answerable: boolean
  /** Whether the first sentence shown holds the answer. */
  readonly right: boolean
}

/** The score that `kept` (a share) of the right answers reach or exceed. */
export function thresholdKeeping(judged: readonly Judged[], kept: number): number {
  const right = judged.filter((one) => one.right).map(({ score }) => score)
  right.sort((a, b) => a - b)
  return right[Math.floor(right.length * (1 - kept) + 1e-9)] ?? 0
}

/** The share of unanswerable questions whose score is below a threshold. */
export function refusedShare(judged: readonly Judged[], threshold: number): number {
  const none = judged.filter(({ answerable }) => !answerable)
  return none.filter(({ score }) => score < threshold).length / Math.max(1, none.length)
}

/** The chance that a right answer scores above an unanswerable question (area under the ROC curve). */
export function areaUnderCurve(judged: readonly Judged[]): number {
  const ordered = judged.filter(({ right, answerable }) => right || !answerable).toSorted((a, b) => a.score - b.score)
  let [below, wins, right] = [0, 0, 0]
  for (const one of ordered) {
    if (one.right) {
      wins += below
      right++
    } else below++
  }
  return right * below === 0 ? 0 : wins / (right * below)
}
