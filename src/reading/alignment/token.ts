import { isNameVariant, nameSkeleton } from '../../language/names/names.ts'
import type { Range } from '../../language/text/range.ts'

/** A word, figure, time or sign of a text in the form in which it is compared. Offsets are the text's own. */
export interface Token extends Range {
  /** Equal where two tokens differ in nothing but spelling, form of number, or tense. */
  readonly key: string
  readonly kind: 'word' | 'country' | 'figure' | 'time' | 'sign'
  readonly folded: string
  /** Whether it begins with a capital letter, be it that of the sentence. */
  readonly capital: boolean
  /** Whether it is a name, or a part of one, as far as its capital tells. */
  readonly isName: boolean
  /** Whether a mark of punctuation is between the token before and this one. */
  readonly isAfterBreak: boolean
}

/** A token before it is known what comes before it. */
export type LooseToken = Omit<Token, 'isAfterBreak'>

/** Whether two tokens are one but for spelling, form of number, or tense. */
export function isSameToken(a: Token, b: Token): boolean {
  if (a.key === b.key) return true
  if (a.kind !== 'word' || b.kind !== 'word') return false
  if (a.folded === b.folded) return true
  return (
    a.capital && b.capital && nameSkeleton(a.folded) === nameSkeleton(b.folded) && isNameVariant(a.folded, b.folded)
  )
}
