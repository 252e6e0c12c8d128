import { matchedByEither } from '../../retrieve/term-match.ts'
import type { FeatureInput } from './feature-input.ts'

/** The coverage of each term of the question in a candidate's paragraph, the two before it, and the title and lead of its article. */
export function heldAround({ candidate: { paragraph }, leadHeld }: FeatureInput): readonly number[] {
  return matchedByEither(matchedByEither(paragraph.held, paragraph.heldBefore), leadHeld())
}
