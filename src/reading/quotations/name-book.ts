import { genderOfFirstName } from './first-names.ts'
import { lastName, type NamePhrase } from './names.ts'
import { type Gender, genderOfTitle } from './titles.ts'
import type { Token } from './tokens.ts'

/** Someone, or an organisation, that an article names. */
export interface Entity {
  /** The longest form the article uses, titles stripped. */
  readonly name: string
  readonly words: readonly string[]
  readonly last: string
  mentions: number
  /** Votes from titles, nouns of kin and first names; the sign tells. */
  female: number
  male: number
  /** Evidence that this is a person: a first name, a courtesy title, or speech. */
  person: number
  organisation: boolean
}

/** All names of one article, and which one a short form means. */
export interface NameBook {
  resolve(words: readonly string[]): Entity | undefined
}

/** Namesakes beyond this many are not told apart, which keeps hostile lists of names cheap. */
const MOST_NAMESAKES = 60

const key = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\.$/u, '')

/**
 * Collects names in reading order. Every form of two words or more opens an entity, unless an entity with that last
 * name takes it in (one form's words all stand in the other's); a single word is resolved at the end.
 */
export function createNameBook(): NameBook & {
  add(tokens: readonly Token[], phrase: NamePhrase): void
  close(): void
} {
  const byLast = new Map<string, Entity[]>()
  const byFirst = new Map<string, Entity[]>()
  const singles: { words: readonly string[]; female: number; male: number; person: number }[] = []

  const enter = (map: Map<string, Entity[]>, at: string, entity: Entity): void => {
    const list = map.get(at)
    if (list === undefined) map.set(at, [entity])
    else if (list.length < MOST_NAMESAKES) list.push(entity)
  }
  const contains = (long: readonly string[], short: readonly string[]): boolean => {
    const set = new Set(long.map(key))
    return short.every(
      (word) => set.has(key(word)) || (key(word).length === 1 && [...set].some((other) => other.startsWith(key(word)))),
    )
  }
  const best = (list: readonly Entity[]): Entity | undefined =>
    list.reduce<Entity | undefined>(
      (top, entity) => (top === undefined || entity.mentions > top.mentions ? entity : top),
      undefined,
    )

  const resolve = (words: readonly string[]): Entity | undefined => {
    const last = key(lastName(words))
    const sharing = byLast.get(last) ?? []
    if (words.length === 1) return best(sharing) ?? best(byFirst.get(key(words[0] ?? '')) ?? [])
    return best(sharing.filter((entity) => contains(entity.words, words) || contains(words, entity.words)))
  }

  const open = (words: readonly string[], organisation: boolean): Entity => {
    const entity: Entity = {
      name: words.join(' '),
      words,
      last: lastName(words),
      mentions: 0,
      female: 0,
      male: 0,
      person: 0,
      organisation,
    }
    const gender = genderOfFirstName(key(words[0] ?? ''))
    if (words.length > 1 && gender !== undefined && !organisation) {
      entity[gender] += 2
      entity.person += 2
    }
    enter(byLast, key(entity.last), entity)
    if (words.length > 1) enter(byFirst, key(words[0] ?? ''), entity)
    return entity
  }

  return {
    resolve,
    add(tokens, phrase) {
      if (phrase.titleOnly) return
      const votes = titleVotes(tokens, phrase)
      if (phrase.words.length === 1) {
        singles.push({ words: phrase.words, ...votes })
        return
      }
      let entity = resolve(phrase.words)
      if (entity === undefined) entity = open(phrase.words, phrase.organisation)
      else if (phrase.words.length > entity.words.length && !phrase.organisation && !entity.organisation) {
        Object.assign(entity, { name: phrase.words.join(' '), words: phrase.words })
      }
      credit(entity, votes)
    },
    close() {
      for (const single of singles) credit(resolve(single.words) ?? open(single.words, false), single)
    },
  }
}

function credit(entity: Entity, votes: Record<Gender | 'person', number>): void {
  entity.mentions++
  entity.female += votes.female
  entity.male += votes.male
  entity.person += votes.person
}

function titleVotes(tokens: readonly Token[], phrase: NamePhrase): Record<Gender | 'person', number> {
  const votes = { female: 0, male: 0, person: phrase.core > phrase.from ? 1 : 0 }
  for (let at = Math.max(0, phrase.from - 1); at < phrase.core; at++) {
    const gender = genderOfTitle(tokens[at]?.lower ?? '')
    if (gender !== undefined) {
      votes[gender] += 3
      votes.person += 3
    }
  }
  return votes
}

/** An entity's gender, where the votes are clear. */
export function genderOf(entity: Entity): Gender | undefined {
  if (entity.female === entity.male) return undefined
  return entity.female > entity.male ? 'female' : 'male'
}
