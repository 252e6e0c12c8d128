import { stopWords } from '../../../language/tokens/stop-words.ts'
import { stem } from '../../../language/tokens/terms.ts'
import { words } from '../../../language/tokens/words.ts'
import { isVerbStem } from '../../../language/vocabulary/verbs.ts'
import { isLightWord } from './light-words.ts'

// Words that end the noun phrase after "what", "which" and "how many": verbs that often follow a noun.
const verbLike = /(?:ed|ing)$/
const asks = new Set(['what', 'which', 'many', 'much'])
const between = new Set([
  'of',
  'the',
  'a',
  'an',
  'his',
  'her',
  'its',
  'their',
  'these',
  'those',
  'other',
  'different',
  'more',
])
const kindNouns = new Set(['kind', 'kinds', 'type', 'types', 'sort', 'sorts', 'percent', 'percentage'])
const longest = 4

/** The folded head noun of "what …", "which …" and "how many …" ("countries" in "which large countries are"), or null. */
export function focusNoun(text: string): string | null {
  const all = words(text).map(({ folded }) => folded)
  const from = all.findIndex(
    (word, at) => asks.has(word) && (word === 'what' || word === 'which' || all[at - 1] === 'how'),
  )
  if (from < 0) return null
  let head: string | null = null
  let taken = 0
  for (const word of all.slice(from + 1)) {
    if (head === null && (between.has(word) || kindNouns.has(word))) {
      if (kindNouns.has(word)) taken = 0
      continue
    }
    if (stopWords.has(word) || between.has(word) || isLightWord(stem(word)) || taken >= longest) break
    if (head !== null && (verbLike.test(word) || isVerbStem(stem(word)))) break
    head = word
    taken++
  }
  return head
}
