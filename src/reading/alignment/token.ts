import { isNameVariant, nameSkeleton } from '../../language/names/names.ts'
import type { Range } from '../../language/text/range.ts'

/** A word, figure, time or sign of a text in comparable form. Offsets are relative to the text. */
export interface Token extends Range {
  /** Equal for tokens that differ only in spelling, number format, or tense. */
  readonly key: string
  readonly kind: 'word' | 'country' | 'figure' | 'time' | 'sign'
  readonly folded: string
  /** Whether it begins with a capital letter, including at the start of a sentence. */
  readonly capital: boolean
  /** Whether it is a name or part of one, judged by its capital. */
  readonly isName: boolean
  /** Whether punctuation precedes this token. */
  readonly isAfterBreak: boolean
}

/** A token before its predecessor is known. */
export type LooseToken = Omit<Token, 'isAfterBreak'>

/** Whether two tokens differ only in spelling, number format, or tense. */
export function isSameToken(a: Token, b: Token): boolean {
  if (a.key === b.key) return true
  if (a.kind !== 'word' || b.kind !== 'word') return false
  if (a.folded === b.folded) return true
  return (
    a.capital && b.capital && nameSkeleton(a.folded) === nameSkeleton(b.folded) && isNameVariant(a.folded, b.folded)
  )
}
