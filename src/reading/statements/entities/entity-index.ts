import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { genderOfFirstName } from '../lexicon/first-names.ts'
import { isPlace } from '../lexicon/places.ts'
import { type Gender, genderOfTitle } from '../lexicon/titles.ts'
import { lastName, type NamePhrase } from '../parse/name-phrases.ts'
import type { Token } from '../parse/tokenize.ts'

/** A person or an organisation that an article names. */
export interface Entity {
  /** The longest form in the article, without titles. */
  readonly name: string
  readonly words: readonly string[]
  readonly last: string
  readonly mentions: number
  /** Votes from titles, kinship nouns and first names. */
  readonly female: number
  readonly male: number
  /** Evidence that this is a person: a first name or a title. */
  readonly person: number
  readonly organisation: boolean
  readonly place: boolean
}

type Draft = { -readonly [Key in keyof Entity]: Entity[Key] }
type Votes = Pick<Entity, 'female' | 'male' | 'person'>

/** All names of one article, and the entity that each form refers to. */
export interface EntityIndex {
  resolve(words: readonly string[]): Entity | undefined
}

/** One occurrence of a name, with the surrounding tokens. */
export interface NameSeen {
  readonly tokens: readonly Token[]
  readonly phrase: NamePhrase
}

/** More namesakes than this are not told apart, to keep hostile lists of names cheap. */
const maxNamesakes = 60

/**
 * Builds the name entities of an article from its names in reading order. Every form of two words or more creates an entity,
 * unless an entity with the same last name includes it (the longer form contains all words of the shorter one). Single words are
 * resolved once all longer forms are known: by last name, otherwise by first name, to the entity that is named most often.
 */
export function createNameBook(seen: Iterable<NameSeen>): EntityIndex {
  const byLast = new Map<string, Draft[]>()
  const byFirst = new Map<string, Draft[]>()
  const singles: { readonly words: readonly string[]; readonly votes: Votes }[] = []

  const resolve = (words: readonly string[]): Draft | undefined => {
    const namesakes = byLast.get(keyOf(lastName(words))) ?? []
    if (words.length === 1) return maxNamed(namesakes) ?? maxNamed(byFirst.get(keyOf(words[0] ?? '')) ?? [])
    return maxNamed(namesakes.filter((one) => contains(one.words, words) || contains(words, one.words)))
  }
  const open = (words: readonly string[], organisation: boolean): Draft => {
    const entity = draftOf(words, organisation)
    enter(byLast, keyOf(entity.last), entity)
    if (words.length > 1) enter(byFirst, keyOf(words[0] ?? ''), entity)
    return entity
  }

  for (const { tokens, phrase } of seen) {
    const { words, organisation } = phrase
    if (phrase.titleOnly) continue
    const votes = votesOfTitles(tokens, phrase)
    if (words.length === 1) {
      singles.push({ words, votes })
      continue
    }
    const entity = resolve(words) ?? open(words, organisation)
    if (words.length > entity.words.length && !organisation && !entity.organisation) {
      entity.name = words.join(' ')
      entity.words = words
    }
    credit(entity, votes)
  }
  for (const { words, votes } of singles) credit(resolve(words) ?? open(words, false), votes)
  return { resolve }
}

const combiningMarks = unicodeRegExp(String.raw`\p{M}`, 'g')
/** The marks around a nickname, and the full stop of an initial. */
const outerMarks = /^[("“”„‘'«]+|["“”’'»).]+$/gu
const keyOf = (word: string): string =>
  word.normalize('NFD').replace(combiningMarks, '').toLowerCase().replace(outerMarks, '')

/** Whether a long form contains each word of a short one; an initial matches any word that begins with it. */
function contains(long: readonly string[], short: readonly string[]): boolean {
  const keys = long.map(keyOf)
  return short
    .map(keyOf)
    .every((one) => keys.some((other) => other === one || (one.length === 1 && other.startsWith(one))))
}

const maxNamed = (list: readonly Draft[]): Draft | undefined =>
  list.reduce<Draft | undefined>(
    (top, one) => (top === undefined || one.mentions > top.mentions ? one : top),
    undefined,
  )

function enter(map: Map<string, Draft[]>, key: string, entity: Draft): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [entity])
  else if (list.length < maxNamesakes) list.push(entity)
}

function draftOf(words: readonly string[], organisation: boolean): Draft {
  const name = words.join(' ')
  const place = isPlace(name)
  const entity = { name, words, last: lastName(words), mentions: 0, female: 0, male: 0, person: 0, organisation, place }
  const gender = words.length > 1 && !organisation ? genderOfFirstName(keyOf(words[0] ?? '')) : undefined
  if (gender !== undefined) {
    entity[gender] += 2
    entity.person += 2
  }
  return entity
}

function credit(entity: Draft, votes: Votes): void {
  entity.mentions++
  entity.female += votes.female
  entity.male += votes.male
  entity.person += votes.person
}

/** Gender votes from the titles of a name and the word before them: "Mrs. Lima", "her brother Rui Lima". */
function votesOfTitles(tokens: readonly Token[], phrase: NamePhrase): Votes {
  const votes = { female: 0, male: 0, person: phrase.core > phrase.from ? 1 : 0 }
  for (let at = Math.max(0, phrase.from - 1); at < phrase.core; at++) {
    const gender = genderOfTitle(tokens[at]?.lower ?? '')
    if (gender === undefined) continue
    votes[gender] += 3
    votes.person += 3
  }
  return votes
}

/** An entity's gender, if the votes are clear. */
export function genderOf(entity: Entity): Gender | undefined {
  if (entity.female === entity.male) return undefined
  return entity.female > entity.male ? 'female' : 'male'
}
