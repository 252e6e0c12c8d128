import { stem } from '../../../src/language/tokens/terms.ts'
import type { WordNet } from './wordnet.ts'

/** The words above all others of a kind; a noun is of the kind when its commonest sense is below one of them. */
const roots: Readonly<Record<string, readonly string[]>> = {
  person: ['person', 'people', 'leader', 'royalty'],
  place: [
    'location',
    'city',
    'country',
    'region',
    'structure',
    'facility',
    'body_of_water',
    'land',
    'geological_formation',
    'landmass',
  ],
  group: ['organization', 'organisation', 'social_group'],
  time: ['time_period', 'date', 'day', 'time', 'year', 'month', 'time_unit', 'season', 'point', 'era'],
  figure: [
    'number',
    'definite_quantity',
    'percentage',
    'ratio',
    'amount',
    'monetary_unit',
    'age',
    'size',
    'cost',
    'rate',
    'magnitude',
    'sum',
    'population',
    'temperature',
    'speed',
    'price',
    'depth',
    'length',
    'height',
    'width',
    'distance',
    'score',
  ],
}
const plain = /^[a-z]{3,}$/

/** The stems of common nouns by the kind of thing that their commonest sense names. */
export function nounKinds(wordNet: WordNet): Readonly<Record<string, ReadonlySet<string>>> {
  const rootIds = new Map<string, string>()
  for (const [kind, words] of Object.entries(roots)) {
    for (const word of words) {
      const sense = wordNet.senses(word, 'n')[0]
      if (sense !== undefined && !rootIds.has(sense)) rootIds.set(sense, kind)
    }
  }
  const known = new Map<string, string | null>()
  const kindOf = (id: string, depth: number): string | null => {
    const found = known.get(id)
    if (found !== undefined) return found
    const root = rootIds.get(id)
    const above = (wordNet.synsets.get(id)?.pointers ?? []).filter(({ kind }) => kind === '@')
    const kind =
      root ??
      (depth === 0 ? null : (above.map(({ target }) => kindOf(target, depth - 1)).find((one) => one !== null) ?? null))
    known.set(id, kind)
    return kind
  }
  // Words with one stem (president, presidency) may be of two kinds: the one that is used more often counts.
  const uses = new Map<string, Map<string, number>>()
  for (const synset of wordNet.synsets.values()) {
    if (synset.part !== 'n') continue
    for (const word of synset.words) {
      if (!plain.test(word) || wordNet.count(word) < 1 || wordNet.senses(word, 'n')[0] !== synset.id) continue
      const kind = kindOf(synset.id, 16) ?? 'other'
      const own = uses.get(stem(word)) ?? new Map<string, number>()
      own.set(kind, (own.get(kind) ?? 0) + wordNet.count(word))
      uses.set(stem(word), own)
    }
  }
  const kinds: Record<string, Set<string>> = {}
  for (const [own, byKind] of uses) {
    const kind = [...byKind].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
    if (kind === 'other') continue
    const stems = kinds[kind] ?? new Set()
    stems.add(own)
    kinds[kind] = stems
  }
  return kinds
}
