import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Parts of speech as the database names its files. */
const files = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const
type Part = keyof typeof files

/** A relation from one synset, or one of its words, to another. */
export interface Pointer {
  /** `@` hypernym, `+` derivation, `&` similar, `\\` pertains to … (wninput(5WN)). */
  readonly kind: string
  readonly target: string
  /** The word it starts from and the word it leads to, from 1; 0 for the whole synset. */
  readonly from: number
  readonly to: number
}

export interface Synset {
  /** Part of speech and offset. */
  readonly id: string
  readonly part: Part
  /** The number of the lexicographer file (lexnames(5WN)). */
  readonly file: number
  readonly words: readonly string[]
  readonly pointers: readonly Pointer[]
}

/** The synsets of WordNet and how likely a word is to mean each. */
export interface WordNet {
  readonly synsets: ReadonlyMap<string, Synset>
  /** The share of a word's tagged uses that have a sense; without tags, 1 for the first sense divided by its number. */
  share(word: string, id: string): number
  /** How often a word is tagged in all its senses. */
  count(word: string): number
  /** How often a word is tagged in one sense. */
  tagged(word: string, id: string): number
  /** Its synsets, by part of speech, commonest first. */
  senses(word: string, part: Part): readonly string[]
}

const partOf = (letter: string): Part =>
  letter === 's' ? 'a' : letter === 'n' || letter === 'v' || letter === 'r' ? letter : 'a'

function readSynset(line: string): Synset {
  const fields = (line.split(' | ')[0] ?? '').trim().split(/\s+/)
  const [offset = '', file = '', letter = '', wordCount = ''] = fields
  const count = Number.parseInt(wordCount, 16)
  const words = Array.from({ length: count }, (_, at) =>
    (fields[4 + 2 * at] ?? '').replace(/\([a-z]+\)$/, '').toLowerCase(),
  )
  const from = 4 + 2 * count
  const pointers = Array.from({ length: Number(fields[from]) }, (_, at) => {
    const [kind = '', target = '', part = '', ends = '0000'] = fields.slice(from + 1 + 4 * at)
    return {
      kind,
      target: partOf(part) + target,
      from: Number.parseInt(ends.slice(0, 2), 16),
      to: Number.parseInt(ends.slice(2), 16),
    }
  })
  const part = partOf(letter)
  return { id: part + offset, part, file: Number(file), words, pointers }
}

/** Reads WordNet's database files from a folder. */
export function readWordNet(folder: string): WordNet {
  const lines = (name: string) =>
    readFileSync(join(folder, name), 'latin1')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith(' '))
  const synsets = new Map(
    Object.values(files)
      .flatMap((name) => lines(`data.${name}`))
      .map(readSynset)
      .map((synset) => [synset.id, synset] as const),
  )
  const tagged = new Map<string, { readonly id: string; readonly number: number; readonly count: number }[]>()
  for (const line of lines('index.sense')) {
    const [key = '', offset = '', number = '', count = ''] = line.split(' ')
    const [word = '', sense = ''] = key.split('%')
    const part = ({ 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' } as const)[Number(sense[0]) as 1] ?? 'n'
    const entry = { id: part + offset, number: Number(number), count: Number(count) }
    const known = tagged.get(word)
    if (known) known.push(entry)
    else tagged.set(word, [entry])
  }
  const count = (word: string) => (tagged.get(word) ?? []).reduce((sum, sense) => sum + sense.count, 0)
  return {
    synsets,
    count,
    tagged: (word, id) => tagged.get(word)?.find((sense) => sense.id === id)?.count ?? 0,
    share(word, id) {
      const all = tagged.get(word) ?? []
      const own = all.find((sense) => sense.id === id)
      if (own === undefined) return 0
      // One more for every first sense, so that a word nobody tagged still has a meaning.
      const smoothed = (sense: { readonly number: number; readonly count: number }) => sense.count + 1 / sense.number
      return smoothed(own) / all.reduce((sum, sense) => sum + smoothed(sense), 0)
    },
    senses: (word, part) =>
      (tagged.get(word) ?? [])
        .filter(({ id }) => id.startsWith(part))
        .sort((a, b) => a.number - b.number)
        .map(({ id }) => id),
  }
}
