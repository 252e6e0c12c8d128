import {
  adverbWords,
  conjunctions,
  determinerWords,
  possessivePronouns,
  prepositions,
  relatives,
} from '../../../language/vocabulary/function-words.ts'
import type { Entity } from '../entities/entity-index.ts'
import type { Mention } from '../entities/mentions.ts'
import type { ParsedArticle } from '../entities/parsed-article.ts'
import { cueOf, isAccordingTo } from '../grammar/cues.ts'
import { isPersonNoun } from '../lexicon/person-nouns.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'
import { isRoleNoun } from '../lexicon/titles.ts'
import type { NamePhrase } from '../parse/name-phrases.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'

const maxSpeakers = 8
/** A role between two names is at most this long: "Ana Lima, the head of the port authority, and Rui Costa". */
const maxRoleTokens = 10

/** One name of a list, with the tokens of its role: "the engineer, Rui Costa," from "the" to the second comma. */
interface Listed {
  readonly name: NamePhrase
  readonly from: number
  readonly to: number
}

/**
 * The people who speak together with a mention, in their order, or only the mention's entity: "Ana Lima, Rui Costa and Bea Melo said",
 * "said Ana Lima, the mayor, and Rui Costa".
 */
export function jointSpeakers(document: ParsedArticle, { frame: index, name, entity }: Mention): readonly Entity[] {
  if (entity === null) return []
  const frame = document.frames[index]
  if (frame === undefined || name === null || name.possessive) return [entity]
  const list = listAround(frame, name)
  const first = list[0]
  const last = list.at(-1)
  if (list.length < 2 || first === undefined || last === undefined || !speaks(frame, first, last)) return [entity]
  const people = new Set<Entity>()
  for (const one of list) {
    const person = one.name === name ? entity : document.entities.resolve(one.name.words)
    if (person === undefined || person.place || person.organisation !== entity.organisation) return [entity]
    people.add(person)
  }
  return [...people]
}

/** "Ana Lima", "Ana Lima and Rui Costa", "Ana Lima, Rui Costa and Bea Melo". */
export function joinedNames(people: readonly Entity[]): string | null {
  const names = people.map(({ name }) => name)
  const last = names.pop()
  if (last === undefined) return null
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`
}

/** The list of names that contains a name: joined by "and" before the last, and by commas before that. */
function listAround(frame: ParsedParagraph, name: NamePhrase): readonly Listed[] {
  const list: Listed[] = [listed(frame, name)]
  let hasAnd = false
  for (let left = list[0]; left !== undefined && list.length < maxSpeakers; left = list[0]) {
    const joiner = joinerBefore(frame, left.from)
    const before = joiner === null ? null : nameEndingAt(frame, joiner.from)
    if (joiner === null || before === null || (!joiner.isAnd && !hasAnd && list.length > 1)) break
    // Before the last "and" only commas join: "Ana and Rui, and Bea" are two lists.
    if (joiner.isAnd && hasAnd) break
    hasAnd ||= joiner.isAnd
    list.unshift(before)
  }
  for (let right = list.at(-1); right !== undefined && !hasAnd && list.length < maxSpeakers; right = list.at(-1)) {
    const joiner = joinerAt(frame, right.to)
    const after = joiner === null ? null : nameStartingAt(frame, joiner.to)
    if (joiner === null || after === null) break
    hasAnd = joiner.isAnd
    list.push(after)
  }
  return hasAnd ? list : []
}

interface Joiner {
  readonly from: number
  readonly to: number
  readonly isAnd: boolean
}

const isAnd = (lower: string | undefined): boolean => lower === 'and' || lower === '&'

/** "and", "," or ", and" at a token. */
function joinerAt({ tokens }: ParsedParagraph, at: number): Joiner | null {
  const comma = tokens[at]?.text === ','
  const and = comma ? at + 1 : at
  if (isAnd(tokens[and]?.lower)) return { from: at, to: and + 1, isAnd: true }
  if (tokens[and]?.lower === 'as' && tokens[and + 1]?.lower === 'well' && tokens[and + 2]?.lower === 'as')
    return { from: at, to: and + 3, isAnd: true }
  return comma ? { from: at, to: at + 1, isAnd: false } : null
}

function joinerBefore(frame: ParsedParagraph, end: number): Joiner | null {
  for (const length of [4, 3, 2, 1]) {
    const joiner = joinerAt(frame, end - length)
    if (joiner !== null && joiner.to === end) return joiner
  }
  return null
}

/** A name with the role before it and after it. */
function listed(frame: ParsedParagraph, name: NamePhrase): Listed {
  return { name, from: roleStart(frame, name.from), to: roleEnd(frame, name.to) }
}

/** The first token of "the engineer, Rui Costa", "his lawyer Rui Costa", "Rui Costa". */
function roleStart({ tokens, nameAt }: ParsedParagraph, from: number): number {
  if (prepositions.has(tokens[from - 1]?.lower ?? '')) return from
  let hasRole = false
  for (let at = from - 1; at >= Math.max(0, from - maxRoleTokens); at--) {
    const { kind, lower, text } = tokens[at] ?? { kind: 'quote', lower: '', text: '' }
    if (kind === 'word' && (determinerWords.has(lower) || possessivePronouns.has(lower))) return hasRole ? at : from
    hasRole ||= isPersonNoun(lower) && at >= from - 2
    if (text === ',' && at === from - 1) {
      // "the engineer, Rui Costa": whatever the noun, the comma makes it a role.
      hasRole = true
      continue
    }
    if (kind !== 'word' || nameAt(at) !== undefined || cueStrength(lower) !== undefined || conjunctions.has(lower))
      break
  }
  return from
}

/** The token after ", the mayor of Porto,"; the comma that a list continues with is not part of it. */
function roleEnd({ tokens, nameAt }: ParsedParagraph, to: number): number {
  if (tokens[to]?.text !== ',') return to
  const first = tokens[to + 1]?.lower ?? ''
  if (!determinerWords.has(first) && !isRoleNoun(first)) return to
  for (let at = to + 1; at < to + maxRoleTokens; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'quote' || relatives.has(token.lower)) return to
    if (token.kind === 'mark') return token.text === ',' || token.text === '.' ? at : to
    if (cueStrength(token.lower) !== undefined && !isRoleNoun(token.lower)) return to
    // "Ana Lima, the mayor, Rui Costa" has the next name after the comma; a name inside belongs to the role ("of Porto").
    if (nameAt(at) !== undefined && !prepositions.has(tokens[at - 1]?.lower ?? '')) return to
  }
  return to
}

function nameEndingAt(frame: ParsedParagraph, end: number): Listed | null {
  const direct = frame.nameAt(end - 1)
  if (direct !== undefined) return isPerson(direct) ? listed(frame, direct) : null
  // "Ana Lima, the mayor, and": the role ends here.
  for (let at = end - 1; at > Math.max(0, end - maxRoleTokens); at--) {
    const name = frame.tokens[at]?.text === ',' ? frame.nameAt(at - 1) : undefined
    if (name === undefined) continue
    const one = listed(frame, name)
    return isPerson(name) && name.to === at && one.to === end ? one : null
  }
  return null
}

function nameStartingAt(frame: ParsedParagraph, start: number): Listed | null {
  const direct = frame.nameAt(start)
  if (direct !== undefined) return isPerson(direct) ? listed(frame, direct) : null
  for (let at = start; at < start + maxRoleTokens; at++) {
    const name = frame.nameAt(at)
    if (name !== undefined) {
      const one = listed(frame, name)
      return isPerson(name) && one.from === start ? one : null
    }
    if (frame.tokens[at] === undefined || frame.tokens[at]?.kind === 'quote') return null
  }
  return null
}

const isPerson = (name: NamePhrase): boolean => !name.titleOnly && !name.possessive

/** Whether all of a list speak: a verb of speech follows it and it begins its clause, or one leads to it and no verb follows. */
function speaks(frame: ParsedParagraph, first: Listed, last: Listed): boolean {
  const { tokens } = frame
  const end = tokens[last.to]?.text === ',' ? last.to + 1 : last.to
  if (cueOf(frame, last.to) >= 0 || (last.to > last.name.to && cueOf(frame, end) >= 0))
    return beginsClause(frame, first)
  const before = first.from - 1
  const isSaidBy = cueStrength(tokens[before]?.lower ?? '') !== undefined || tokens[before]?.lower === 'both'
  if (!isSaidBy && !(tokens[before]?.lower === 'to' && isAccordingTo(frame, before - 1))) return false
  return endsClause(frame, last.to > last.name.to ? end : last.to)
}

function beginsClause(frame: ParsedParagraph, { from }: Listed): boolean {
  if (frame.sentenceOf(from).from === from) return true
  const before = frame.tokens[from - 1]
  if (before === undefined || before.kind !== 'word') return true
  const { lower } = before
  return conjunctions.has(lower) || relatives.has(lower) || prepositions.has(lower) || clauseOpeners.has(lower)
}

const clauseOpeners = new Set(['both', 'that', 'then', 'later', 'also', 'brothers', 'sisters', 'colleagues'])

/** After the names no verb may follow: "said Ana Lima and Rui Costa clapped". */
function endsClause({ tokens }: ParsedParagraph, at: number): boolean {
  const next = tokens[at]
  if (next === undefined || next.kind !== 'word') return true
  const { lower } = next
  return (
    prepositions.has(lower) || adverbWords.has(lower) || conjunctions.has(lower) || /^(?:both|who|jointly)$/.test(lower)
  )
}
