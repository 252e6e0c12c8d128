import type { Article } from '../../../corpus/article/article.ts'
import { stem } from '../../../language/tokens/terms.ts'
import { words } from '../../../language/tokens/words.ts'
import type { Generation } from '../../../library/generation/generation.ts'
import type { Utterance } from '../../../reading/statements/utterances.ts'
import { groupBy, indexBy } from '../../../resources/group-by.ts'
import { once } from '../../../resources/once.ts'
import { oncePerObject } from '../../../resources/once-per-key.ts'
import { fullNames } from './short-names.ts'

/** An utterance, and its position among all: speakers are found in several ways, and utterances stay in order. */
export interface PlacedUtterance {
  readonly at: number
  readonly utterance: Utterance
}

/** A speaker as articles give the name. */
export interface NamedSpeaker {
  /** The folded words of the name, or of the full one if articles call the speaker by one word. */
  readonly words: readonly string[]
  readonly utterances: readonly PlacedUtterance[]
}

/** A speaker without a name ("officials"). */
export interface UnnamedSpeaker {
  readonly stems: ReadonlySet<string>
  readonly utterances: readonly PlacedUtterance[]
}

/** Who says something in the articles. */
export interface SpeakerIndex {
  /** The speakers by the words of their names. */
  readonly nameWords: ReadonlyMap<string, readonly NamedSpeaker[]>
  readonly unnamed: readonly UnnamedSpeaker[]
  /** What named speakers say, by article. */
  readonly byArticle: ReadonlyMap<Article, readonly PlacedUtterance[]>
  /** The names and roles (`labelOf`) in which a stem is. */
  labelsWith(stem: string): ReadonlySet<string>
}

/** The role that is next to a name, and the name. */
export function labelOf({ content: { role, speaker } }: Utterance): string {
  return `${role ?? ''} ${speaker ?? ''}`
}

const stemsOf = (text: string): ReadonlySet<string> => new Set(words(text).map(({ folded }) => stem(folded)))

/** Who says the utterances of a generation, indexed at first use. */
export const speakerIndex = oncePerObject((utterances: readonly Utterance[]): SpeakerIndex => {
  const placed = utterances.map((utterance, at): PlacedUtterance => ({ at, utterance }))
  const full = fullNames(utterances)
  const isNamed = ({ utterance }: PlacedUtterance) => utterance.content.speaker !== null
  const named = placed.filter(isNamed)
  const speakers = [...groupBy(named, ({ utterance }) => utterance.content.speaker ?? '')].map(
    ([name, own]): NamedSpeaker => ({
      words: words(full.get(name) ?? name).map(({ folded }) => folded),
      utterances: own,
    }),
  )
  const unnamed = indexBy(placed, ({ utterance }) =>
    utterance.content.speaker === null && utterance.source !== null ? [utterance.source] : [],
  )
  const labels = once(() => {
    const all = new Set(named.map(({ utterance }) => labelOf(utterance)))
    return [...all].map((label) => ({ label, stems: stemsOf(label) }))
  })
  return {
    nameWords: indexBy(speakers, ({ words: own }) => new Set(own)),
    unnamed: [...unnamed].map(([source, own]) => ({ stems: stemsOf(source), utterances: own })),
    byArticle: groupBy(named, ({ utterance }) => utterance.article),
    labelsWith: (wanted) => new Set(labels().flatMap(({ label, stems }) => (stems.has(wanted) ? [label] : []))),
  }
})

/** Prepares what `meantSpeakers` looks into. */
export function prepareSpeakers({ utterances }: Pick<Generation, 'utterances'>): void {
  speakerIndex(utterances).labelsWith('')
}
