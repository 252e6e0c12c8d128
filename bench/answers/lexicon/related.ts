import { stopWords } from '../../../src/language/tokens/stop-words.ts'
import { stem } from '../../../src/language/tokens/terms.ts'
import type { WordNet } from './wordnet.ts'

const plain = /^[a-z]{3,}$/
const usable = (word: string) => plain.test(word) && !stopWords.has(word)

/** How much each relation counts next to being the same word. */
const relations = { synonym: 0.9, derivation: 1, hypernym: 0.5, similar: 0.5 }

/** Pairs of stems that may say the same, each with how likely, 0 to 1. */
export function relatedStems(
  wordNet: WordNet,
  minCount: number,
  minStrength: number,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const found = new Map<string, Map<string, number>>()
  const add = (left: string, right: string, strength: number) => {
    const [a, b] = [stem(left), stem(right)]
    if (a === b || strength < minStrength) return
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = found.get(from) ?? new Map<string, number>()
      known.set(to, Math.max(strength, known.get(to) ?? 0))
      found.set(from, known)
    }
  }
  const common = (word: string) => usable(word) && wordNet.count(word) >= minCount
  for (const synset of wordNet.synsets.values()) {
    const words = synset.words.filter(common)
    for (const a of words) {
      for (const b of words)
        if (a < b) add(a, b, relations.synonym * Math.sqrt(wordNet.share(a, synset.id) * wordNet.share(b, synset.id)))
    }
    for (const { kind, target, from, to } of synset.pointers) {
      const other = wordNet.synsets.get(target)
      if (other === undefined) continue
      if (kind === '+' || kind === '\\') {
        const [a, b] = [synset.words[from - 1], other.words[to - 1]]
        if (
          a !== undefined &&
          b !== undefined &&
          usable(a) &&
          usable(b) &&
          wordNet.count(a) + wordNet.count(b) >= minCount
        )
          add(
            a,
            b,
            relations.derivation *
              Math.max(0.3, Math.sqrt(Math.max(wordNet.share(a, synset.id), wordNet.share(b, target)))),
          )
      } else if (kind === '@' || kind === '&') {
        const weight = kind === '@' ? relations.hypernym : relations.similar
        for (const a of words)
          for (const b of other.words.filter(common))
            add(a, b, weight * Math.sqrt(wordNet.share(a, synset.id) * wordNet.share(b, target)))
      }
    }
  }
  return found
}

/** The stems of words that mean the opposite of one another. */
export function oppositeStems(wordNet: WordNet): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const synset of wordNet.synsets.values()) {
    for (const { kind, target, from, to } of synset.pointers) {
      const [a, b] = [synset.words[from - 1], wordNet.synsets.get(target)?.words[to - 1]]
      if (kind !== '!' || a === undefined || b === undefined || !usable(a) || !usable(b) || stem(a) === stem(b))
        continue
      if (wordNet.count(a) < 1 || wordNet.count(b) < 1) continue
      const known = found.get(stem(a)) ?? new Set<string>()
      found.set(stem(a), known.add(stem(b)))
    }
  }
  return found
}
