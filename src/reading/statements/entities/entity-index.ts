import { stem } from '../../../language/tokens/terms.ts'
import { nounKind } from '../../../language/vocabulary/noun-kinds.ts'
import { isVerbStem } from '../../../language/vocabulary/verbs.ts'
import { genderOfFirstName } from '../lexicon/first-names.ts'
import { isPlace } from '../lexicon/places.ts'
import { type Gender, genderOfTitle, isHonorific } from '../lexicon/titles.ts'
import { lastName, type NamePhrase } from '../parse/name-phrases.ts'
import type { Token } from '../parse/tokenize.ts'
import { containsKeys, isShortForm, keyOf, keysOf } from './name-keys.ts'
import { kindEvidence } from './person-evidence.ts'

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
  /** Further evidence, from the words around it, that this is a person ("coach Ana Lima", "Ana Lima, 52,") or a thing ("the Herald"). */
  readonly human: number
  readonly thing: number
  /** The titles before its name, in lower case, without "Mr." and the like. */
  readonly titles: ReadonlySet<string>
  readonly organisation: boolean
  readonly place: boolean
}

interface Draft extends Omit<{ -readonly [Key in keyof Entity]: Entity[Key] }, 'titles'> {
  readonly titles: Set<string>
  keys: readonly string[]
  /** How often the article gives more than one word of the name. */
  fullForms: number
}

/** All names of one article, and the entity that each form refers to. */
export interface EntityIndex {
  resolve(words: readonly string[]): Entity | undefined
  /** All people that a form may refer to, if the article does not settle which one: "Lima" for Ana Lima and Rui Lima. */
  rivals(words: readonly string[]): readonly Entity[]
}

/** One occurrence of a name, with the surrounding tokens. */
export interface NameSeen {
  readonly tokens: readonly Token[]
  readonly phrase: NamePhrase
}

/** More namesakes than this are not told apart, to keep hostile lists of names cheap. */
const maxNamesakes = 60
/** A short form means the namesake that is named in full at least this often, and this many times as often as any other. */
const minDominant = 3
const dominance = 3

/**
 * Builds the name entities of an article from its names in reading order. Every form of two words or more creates an entity,
 * unless an entity with the same last name includes it (the longer form contains all words of the shorter one). A short form that
 * the article uses when only one entity fits keeps that meaning. Other single words are resolved once all longer forms are known: by
 * last name, otherwise by first name or nickname, to the entity that is named most often.
 */
export function createNameBook(seen: Iterable<NameSeen>): EntityIndex {
  const byLast = new Map<string, Draft[]>()
  const byFirst = new Map<string, Draft[]>()
  const established = new Map<string, Draft>()
  const singles: NameSeen[] = []

  const fitting = (keys: readonly string[], last: string): readonly Draft[] => {
    const namesakes = byLast.get(keyOf(last)) ?? []
    if (keys.length > 1) return namesakes.filter((one) => containsKeys(one.keys, keys) || containsKeys(keys, one.keys))
    return namesakes.length > 0 ? namesakes : (byFirst.get(keys[0] ?? '') ?? [])
  }
  const find = (words: readonly string[], keys: readonly string[]): Draft | undefined =>
    established.get(keys.join(' ')) ?? maxNamed(fitting(keys, lastName(words)))
  const open = (words: readonly string[], keys: readonly string[], organisation: boolean): Draft => {
    const entity = draftOf(words, keys, organisation)
    enter(byLast, keyOf(entity.last), entity)
    if (words.length > 1) enter(byFirst, keys[0] ?? '', entity)
    return entity
  }
  const rivals = (words: readonly string[]): readonly Draft[] => {
    const keys = keysOf(words)
    if (established.has(keys.join(' '))) return []
    const people = fitting(keys, lastName(words)).filter(mayBePerson)
    return isSettled(people) ? [] : people
  }
  const lengthen = (entity: Draft, words: readonly string[], keys: readonly string[]): void => {
    entity.name = words.join(' ')
    entity.words = words
    entity.keys = keys
  }

  for (const one of seen) {
    const { words, organisation, titleOnly } = one.phrase
    if (titleOnly) continue
    const keys = keysOf(words)
    const fits = fitting(keys, lastName(words)).filter(mayBePerson)
    if (fits.length === 1 && fits[0] !== undefined && !established.has(keys.join(' ')))
      established.set(keys.join(' '), fits[0])
    if (words.length === 1) {
      singles.push(one)
      continue
    }
    const isClear = fits.length < 2 || established.has(keys.join(' '))
    const entity = find(words, keys) ?? open(words, keys, organisation)
    if (words.length > entity.words.length && !organisation && !entity.organisation) lengthen(entity, words, keys)
    for (const [at, word] of words.entries()) if (/^\W/u.test(word)) enter(byFirst, keys[at] ?? '', entity)
    if (isClear) entity.fullForms++
    credit(entity, one, isClear)
  }
  for (const one of singles) {
    const { words } = one.phrase
    const keys = keysOf(words)
    const entity = find(words, keys) ?? open(words, keys, false)
    credit(entity, one, rivals(words).length < 2)
  }
  return { resolve: (words) => find(words, keysOf(words)), rivals }
}

/** Whether one of the people is named so much more often that a short form means that one, or all are spellings of one name. */
function isSettled(people: readonly Draft[]): boolean {
  const [first, second] = [...people].sort((a, b) => b.fullForms - a.fullForms)
  if (first === undefined || second === undefined) return true
  if (first.fullForms >= minDominant && first.fullForms >= dominance * second.fullForms) return true
  return people.every((one) => one === first || isShortForm(one.keys, first.keys))
}

/** "Team Lima" and "Porto Lima" are no namesakes of Ana Lima. */
function mayBePerson({ organisation, place, person, human, keys: [first = ''] }: Draft): boolean {
  if (organisation || place) return false
  return person > 0 || human > 0 || !(isPlace(first) || nounKind(stem(first)) !== null || isVerbStem(stem(first)))
}

const maxNamed = (list: readonly Draft[]): Draft | undefined =>
  list.reduce<Draft | undefined>(
    (top, one) => (top === undefined || one.mentions > top.mentions ? one : top),
    undefined,
  )

function enter(map: Map<string, Draft[]>, key: string, entity: Draft): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [entity])
  else if (list.length < maxNamesakes && !list.includes(entity)) list.push(entity)
}

function draftOf(words: readonly string[], keys: readonly string[], organisation: boolean): Draft {
  const name = words.join(' ')
  const entity: Draft = {
    name,
    words,
    keys,
    last: lastName(words),
    mentions: 0,
    fullForms: 0,
    female: 0,
    male: 0,
    person: 0,
    human: 0,
    thing: 0,
    titles: new Set(),
    organisation,
    place: isPlace(name),
  }
  const gender = organisation ? undefined : genderOfFirstName(keys[0] ?? '')
  if (gender !== undefined && words.length > 1) {
    entity[gender] += 2
    entity.person += 2
    // A name of one word may be a last name.
  } else if (gender !== undefined) entity[gender] += 1
  return entity
}

/** Counts an occurrence and, if it is clear whom it means, what it shows: "Mrs. Lima", "her brother Rui Lima", "the Herald". */
function credit(entity: Draft, { tokens, phrase }: NameSeen, isClear: boolean): void {
  entity.mentions++
  if (!isClear) return
  if (phrase.core > phrase.from) entity.person++
  for (let at = Math.max(0, phrase.from - 1); at < phrase.core; at++) {
    const lower = tokens[at]?.lower ?? ''
    if (at >= phrase.from && !isHonorific(lower)) entity.titles.add(lower)
    const gender = genderOfTitle(lower)
    if (gender === undefined) continue
    entity[gender] += 3
    entity.person += 3
  }
  const { human, thing } = kindEvidence(tokens, phrase)
  entity.human += human
  entity.thing += thing
}

/** An entity's gender, if the votes are clear. */
export function genderOf(entity: Entity): Gender | undefined {
  if (entity.female === entity.male) return undefined
  return entity.female > entity.male ? 'female' : 'male'
}
