import { words } from '../../../language/tokens/words.ts'
import type { Utterance } from '../../../reading/statements/utterances.ts'
import { oncePerObject } from '../../../resources/once-per-key.ts'

const joint = / and /u

/**
 * The full name for each speaker that an article calls by one word only ("Lima" for "Ana Lima"), if exactly one speaker of the articles has a
 * full name that ends in it. Cached per list of utterances.
 */
export const fullNames = oncePerObject((utterances: readonly Utterance[]): ReadonlyMap<string, string> => {
  const names = new Set(utterances.flatMap(({ content }) => content.speaker ?? []))
  const byLast = new Map<string, Set<string>>()
  for (const name of names) {
    const own = words(name).map(({ folded }) => folded)
    const last = own.at(-1)
    if (last === undefined || own.length < 2 || joint.test(name)) continue
    byLast.set(last, (byLast.get(last) ?? new Set()).add(name))
  }
  const found = new Map<string, string>()
  for (const name of names) {
    const [only, ...more] = words(name)
    const [full, ...others] = byLast.get(only?.folded ?? '') ?? []
    if (only !== undefined && more.length === 0 && full !== undefined && others.length === 0) found.set(name, full)
  }
  return found
})
