import { groupBy } from '../../resources/group-by.ts'

const minFuzzyLength = 4
const minPrefixLength = 3
/** Letters of the beginning and the end by which terms are grouped. */
const grouped = 2

/** Whether `a` becomes `b` by inserting, removing or replacing at most one letter. */
function isOneEditApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short.charCodeAt(start) === long.charCodeAt(start)) start++
  let end = 0
  while (
    end < short.length - start &&
    short.charCodeAt(short.length - 1 - end) === long.charCodeAt(long.length - 1 - end)
  )
    end++
  return long.length - start - end <= 1
}

/** `text` with two adjacent letters swapped, for every pair. */
function transpositions(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => {
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
  })
}

const startOf = (term: string) => term.slice(0, grouped)
const endOf = (term: string) => term.slice(-grouped)

/**
 * The terms that a term may be a typo or a prefix of, in alphabetical order: one letter apart, with two adjacent letters swapped, or beginning
 * with it. A typo of four letters or more leaves the first two or the last two as they are, so only terms with these are compared.
 */
export function nearbyTerms(terms: Iterable<string>): (term: string) => readonly string[] {
  const all = new Set<string>()
  for (const term of terms) if (!term.startsWith('@')) all.add(term)
  const byStart = groupBy(all, startOf)
  const byEnd = groupBy(all, endOf)
  return (term) => {
    const isFuzzy = term.length >= minFuzzyLength
    if (term.startsWith('@') || term.length < minPrefixLength) return []
    const found = new Set<string>()
    for (const other of byStart.get(startOf(term)) ?? [])
      if (other.startsWith(term) || (isFuzzy && isOneEditApart(term, other))) found.add(other)
    if (isFuzzy) for (const other of byEnd.get(endOf(term)) ?? []) if (isOneEditApart(term, other)) found.add(other)
    for (const swapped of transpositions(term)) if (all.has(swapped)) found.add(swapped)
    return [...found].sort()
  }
}
