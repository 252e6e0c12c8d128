import { once } from '../../resources/once.ts'
import { readWordLists } from '../../resources/resources.ts'
import { keysOf } from './word-key.ts'

/** How a word affects whether, how surely, or on what condition a sentence makes its claim. */
export type Force = 'negation' | 'modality' | 'condition'

const lists = once(() => readWordLists('lexicons/language/force-words.tsv', ['negation', 'modality', 'condition']))
const negations = keysOf(() => lists()('negation').flat())
const modals = keysOf(() => lists()('modality').flat())
const conditions = keysOf(() => lists()('condition').flat())

/** The force of a word by its key, or null. */
export function forceOf(key: string): Force | null {
  if (negations.has(key)) return 'negation'
  if (modals.has(key)) return 'modality'
  return conditions.has(key) ? 'condition' : null
}
