import { type Entity, genderOf } from '../entities/entity-index.ts'
import { countBefore, type Mention } from '../entities/mentions.ts'
import type { ParsedArticle } from '../entities/parsed-article.ts'
import { isBoundary } from '../grammar/noun-phrases.ts'
import { isPersonNoun } from '../lexicon/person-nouns.ts'
import type { Gender } from '../lexicon/titles.ts'
import { isThing } from './things.ts'

/** A possible antecedent of a pronoun. */
export interface Antecedent {
  readonly entity: Entity
  /** The nearest mention of this entity before the pronoun; null if only an earlier quotation mentions it. */
  readonly nearest: Mention | null
  /** All mentions within reach, nearest first. */
  readonly mentions: readonly Mention[]
  /** The number of other people mentioned since. */
  readonly since: number
}

/** The question of who a pronoun refers to. */
export interface PronounQuestion {
  readonly pronoun: Mention
  readonly word: string
  readonly gender: Gender
  readonly candidates: readonly Antecedent[]
}

/** A speaker of an earlier quotation. */
export interface PastSpeaker {
  readonly entity: Entity
  readonly frame: number
}

const genderOfPronoun: Readonly<Record<string, Gender>> = { he: 'male', she: 'female' }
const framesBack = 6
const maxMentions = 40

/** The question for a pronoun, or null if it does not refer to a single person. It refers to none of the `excluded`. */
export function pronounQuestion(
  document: ParsedArticle,
  pronoun: Mention,
  past: readonly PastSpeaker[],
  excluded: ReadonlySet<Entity>,
): PronounQuestion | null {
  const word = document.frames[pronoun.frame]?.tokens[pronoun.head]?.lower ?? ''
  const gender = genderOfPronoun[word]
  if (gender === undefined) return null
  const candidates = new Map<Entity, Antecedent & { readonly mentions: Mention[] }>()
  for (const nearest of mentionsBefore(document, pronoun)) {
    const { entity } = nearest
    if (entity === null || entity.organisation || isThing(entity) || isModifier(document, nearest)) continue
    const known = candidates.get(entity)
    if (known !== undefined) known.mentions.push(nearest)
    else candidates.set(entity, { entity, nearest, mentions: [nearest], since: candidates.size })
  }
  for (const { entity } of past.slice(-2)) {
    if (!candidates.has(entity)) candidates.set(entity, { entity, nearest: null, mentions: [], since: candidates.size })
  }
  const fitting = [...candidates.values()].filter(
    ({ entity }) => (genderOf(entity) ?? gender) === gender && !excluded.has(entity),
  )
  return { pronoun, word, gender, candidates: fitting }
}

/** "Ardry coach Ana Lima": a name that only modifies the role before another name is not what a pronoun refers to. */
function isModifier({ frames }: ParsedArticle, { frame, to, name }: Mention): boolean {
  const parsed = frames[frame]
  if (parsed === undefined || name === null || name.possessive) return false
  for (let at = to; at < to + maxModifiedTokens; at++) {
    const token = parsed.tokens[at]
    if (token === undefined || token.kind !== 'word' || token.capital || isBoundary(token.lower)) return false
    if ((isPersonNoun(token.lower) || agentNoun.test(token.lower)) && parsed.nameAt(at + 1) !== undefined) return true
  }
  return false
}

/** "striker", "drummer", "novelist": most nouns with these endings name a person by what they do. */
const agentNoun = /^\p{Ll}{2,}(?:er|or|ist|eer)$/u
const maxModifiedTokens = 4

/** The mentions before a pronoun, nearest first. */
function* mentionsBefore(document: ParsedArticle, pronoun: Mention): Generator<Mention> {
  let left = maxMentions
  for (let frame = pronoun.frame; frame >= Math.max(0, pronoun.frame - framesBack); frame--) {
    const mentions = document.mentions[frame] ?? []
    const end = frame === pronoun.frame ? countBefore(mentions, pronoun.head) : mentions.length
    for (let at = end - 1; at >= 0 && left > 0; at--) {
      const mention = mentions[at]
      if (mention === undefined) continue
      left--
      yield mention
    }
  }
}
