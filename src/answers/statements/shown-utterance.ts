import { isReport, type Utterance } from '../../reading/statements/utterances.ts'

/** An utterance of a statement with how well it fits what is looked for. */
export interface ScoredUtterance {
  readonly utterance: Utterance
  readonly score: number
}

/** A statement as it is shown: one utterance, and the others. */
export interface ShownStatement {
  readonly shown: Utterance
  readonly others: readonly Utterance[]
}

/** Shows the best utterance of a statement, a quotation if it has one: quotations come first in a statement. */
export function showBest(scored: readonly [ScoredUtterance, ...ScoredUtterance[]]): ShownStatement {
  const isReported = isReport(scored[0].utterance)
  const { utterance: shown } = scored
    .filter(({ utterance }) => isReport(utterance) === isReported)
    .reduce((most, other) => (other.score > most.score ? other : most))
  return { shown, others: scored.flatMap(({ utterance }) => (utterance === shown ? [] : [utterance])) }
}
