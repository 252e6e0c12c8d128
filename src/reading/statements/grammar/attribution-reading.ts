import type { CueStrength } from '../lexicon/speech-verbs.ts'
import type { AttributionRule } from '../spans/quotation.ts'
import type { Phrase } from './noun-phrases.ts'

/** One reading, by one grammar rule, of how the article introduces a quoted span. */
export interface AttributionReading {
  readonly rule: AttributionRule
  /** The speaker in this reading; null if the cue's subject could not be read. */
  readonly phrase: Phrase | null
  /** Token of the cue, or -1. */
  readonly cue: number
  readonly strength: CueStrength | undefined
}
