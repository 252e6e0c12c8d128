import { stem } from '../../../src/language/tokens/terms.ts'
import type { WordNet } from './wordnet.ts'

const plain = /^[a-z]{3,}$/
const mostly = 0.5

/** The stems of words that are mostly used as verbs, by their tagged uses. */
export function verbStems(wordNet: WordNet): ReadonlySet<string> {
  const uses = new Map<string, { verb: number; all: number }>()
  const seen = new Set<string>()
  for (const synset of wordNet.synsets.values()) {
    for (const word of synset.words) {
      if (!plain.test(word) || seen.has(word)) continue
      seen.add(word)
      const verb = wordNet.senses(word, 'v').reduce((sum, id) => sum + wordNet.tagged(word, id), 0)
      const own = uses.get(stem(word)) ?? { verb: 0, all: 0 }
      uses.set(stem(word), { verb: own.verb + verb, all: own.all + wordNet.count(word) })
    }
  }
  return new Set([...uses].filter(([, { verb, all }]) => verb > all * mostly).map(([own]) => own))
}
