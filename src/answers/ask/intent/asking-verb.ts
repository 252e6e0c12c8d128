import { normalise } from '../../../language/tokens/normalise.ts'
import { stem } from '../../../language/tokens/terms.ts'
import { cueStrength } from '../../../reading/statements/lexicon/speech-verbs.ts'
import { once } from '../../../resources/once.ts'
import { readWordLists } from '../../../resources/resources.ts'

const kinds = ['plain', 'opinion', 'wish', 'denial', 'question', 'wished', 'backed', 'accepted'] as const
type Kind = (typeof kinds)[number]

/** The stems of the verbs of each kind. */
export const askingVerbs = once((): Readonly<Record<Kind, ReadonlySet<string>>> => {
  const rows = readWordLists('lexicons/answers/asking-verbs.tsv', kinds)
  const stems = (kind: Kind) => new Set(rows(kind).flat().map(stem))
  return {
    plain: stems('plain'),
    opinion: stems('opinion'),
    wish: stems('wish'),
    denial: stems('denial'),
    question: stems('question'),
    wished: stems('wished'),
    backed: stems('backed'),
    accepted: stems('accepted'),
  }
})

/** The verb of a question about statements: "Who wants …?", "What does … reject?". */
export interface AskingVerb {
  readonly stem: string
  /** `plain`: it fits every statement; `other`: it names one way to speak ("warn"). */
  readonly kind: 'plain' | 'opinion' | 'wish' | 'denial' | 'question' | 'other'
}

/** Reads a verb in any form; null if it does not ask for a statement ("called", "praised"). */
export function askingVerb(verb: string): AskingVerb | null {
  const folded = normalise(verb)
  const stemmed = stem(folded)
  const kind = (['plain', 'opinion', 'wish', 'denial', 'question'] as const).find((one) =>
    askingVerbs()[one].has(stemmed),
  )
  if (kind !== undefined) return { stem: stemmed, kind }
  return cueStrength(folded) === 'speech' ? { stem: stemmed, kind: 'other' } : null
}
