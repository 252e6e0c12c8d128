import { readRows } from '../../resources/resources.ts'

/** The kind of thing that a common noun names. */
export type NounKind = 'person' | 'place' | 'group' | 'time' | 'figure'

const kindNames: ReadonlySet<string> = new Set<NounKind>(['person', 'place', 'group', 'time', 'figure'])
const isKind = (name: string): name is NounKind => kindNames.has(name)

let kinds: ReadonlyMap<string, NounKind> | undefined

function readKinds(): ReadonlyMap<string, NounKind> {
  const found = new Map<string, NounKind>()
  for (const [kind = '', stems = ''] of readRows('wordnet/noun-kinds.tsv')) {
    if (isKind(kind)) for (const stem of stems.split(' ')) found.set(stem, kind)
  }
  return found
}

/** The kind of the noun with a stem in its commonest sense, or null. Source: WordNet (bench/answers/lexicon). */
export function nounKind(stem: string): NounKind | null {
  kinds ??= readKinds()
  return kinds.get(stem) ?? null
}
