import { negativePronouns } from '../../../language/vocabulary/function-words.ts'
import { negationSource } from '../../../language/vocabulary/negation.ts'

const negative = new RegExp(
  negationSource([...negativePronouns, 'failed', 'fails', 'refused', 'denied', 'lacks?', 'unable']),
  'i',
)

/** Whether a text denies something. */
export function isNegated(text: string): boolean {
  return negative.test(text)
}
