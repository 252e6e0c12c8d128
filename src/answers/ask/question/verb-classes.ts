import { stem } from '../../../language/tokens/terms.ts'
import { once } from '../../../resources/once.ts'
import { readLines } from '../../../resources/resources.ts'

/** The other terms in the classes of a term. */
const byTerm = once((): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  for (const line of readLines('lexicons/answers/verb-classes.txt')) {
    const members = new Set(line.split(' ').map(stem))
    for (const member of members) {
      const known = found.get(member) ?? new Set()
      for (const other of members) if (other !== member) known.add(other)
      found.set(member, known)
    }
  }
  return found
})

/** The terms that may mean the same as a term in an answer; empty for most terms. */
export function relatedTerms(term: string): readonly string[] {
  return [...(byTerm().get(term) ?? [])]
}
