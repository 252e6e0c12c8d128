import { firstWhere } from '../../../language/text/first-where.ts'
import { determinerWords, isClosedClass, possessivePronouns } from '../../../language/vocabulary/function-words.ts'
import { isIntroduced, type Phrase } from '../grammar/noun-phrases.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'
import { isRoleNoun } from '../lexicon/titles.ts'
import { isPossessive, type NamePhrase } from '../parse/name-phrases.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'
import type { Entity, EntityIndex } from './entity-index.ts'

/** A mention of a possible speaker. Token indexes, end exclusive. */
export interface Mention {
  readonly kind: Phrase['kind']
  /** The frame's index in the article. */
  readonly frame: number
  readonly from: number
  readonly to: number
  /** The head token: a name's last word, a pronoun, a role's noun. It identifies the mention. */
  readonly head: number
  readonly name: NamePhrase | null
  /** The entity of a name; null for pronouns and roles. */
  readonly entity: Entity | null
}

const personalPronouns = new Set('he she they i we'.split(' '))
const maxRoleTokens = 6

/** The mentions of a frame outside its quoted spans, ordered by head. */
export function findMentions(frame: ParsedParagraph, index: number, entities: EntityIndex): readonly Mention[] {
  const found: Mention[] = []
  let at = 0
  while (at < frame.tokens.length) {
    const token = frame.tokens[at]
    const name = frame.nameAt(at)
    if (name !== undefined) {
      const mention = isRole(name, entities)
        ? mentionOfRole(frame, name.to - 1, index)
        : mentionOfName(name, index, entities)
      if (mention.kind === 'name' || !explainsName(frame, mention)) found.push(mention)
      at = name.to
      continue
    }
    if (token?.kind === 'word') {
      if (personalPronouns.has(token.lower)) {
        found.push({ kind: 'pronoun', frame: index, from: at, to: at + 1, head: at, name: null, entity: null })
      } else if (isRoleNoun(token.lower) && isRoleHead(frame, at)) {
        const role = mentionOfRole(frame, at, index)
        if (!explainsName(frame, role)) found.push(role)
      }
    }
    at++
  }
  return found
}

/** The number of mentions before a token. The mentions are in the order of their heads. */
export const countBefore = (mentions: readonly Mention[], token: number): number =>
  firstWhere(mentions, ({ head }) => head >= token)

/** The mention for a phrase of the grammar rules. */
export function mentionOfPhrase(phrase: Phrase, index: number, entities: EntityIndex): Mention {
  if (phrase.kind === 'name' && phrase.name !== null) return mentionOfName(phrase.name, index, entities)
  const { kind, from, to } = phrase
  return { kind, frame: index, from, to, head: to - 1, name: kind === 'nominal' ? phrase.name : null, entity: null }
}

/** A phrase that has only titles is a role, unless it is also a last name: King, Pope. */
const isRole = (name: NamePhrase, entities: EntityIndex): boolean =>
  name.titleOnly && (name.words.length > 1 || entities.resolve(name.words) === undefined)

function mentionOfName(name: NamePhrase, index: number, entities: EntityIndex): Mention {
  const { from, to } = name
  if (isRole(name, entities)) return { kind: 'nominal', frame: index, from, to, head: to - 1, name: null, entity: null }
  return { kind: 'name', frame: index, from, to, head: to - 1, name, entity: entities.resolve(name.words) ?? null }
}

/** "the campaign manager", but neither the "campaign" in it nor a "manager" before a name. */
function isRoleHead(frame: ParsedParagraph, at: number): boolean {
  const next = frame.tokens[at + 1]
  if (next?.kind === 'word' && (frame.nameAt(at + 1) !== undefined || isRoleNoun(next.lower))) return false
  return !isPossessive(frame.tokens, at + 1)
}

/** "Ana Lima, the mayor" and "the mayor, Ana Lima," are one mention, by name. */
function explainsName(frame: ParsedParagraph, role: Mention): boolean {
  const { tokens } = frame
  const before = frame.nameAt(role.from - 2)
  if (tokens[role.from - 1]?.text === ',' && before !== undefined && !before.possessive && before.to === role.from - 1)
    return true
  const after = tokens[role.to]?.text === ',' ? frame.nameAt(role.to + 1) : undefined
  return after !== undefined && isIntroduced(frame, after)
}

function mentionOfRole(frame: ParsedParagraph, head: number, index: number): Mention {
  let from = head
  let owner: NamePhrase | null = null
  for (let at = head - 1; at >= 0 && head - at <= maxRoleTokens; at--) {
    const token = frame.tokens[at]
    if (token === undefined || token.kind === 'quote') break
    if (isPossessive(frame.tokens, at)) continue
    if (token.kind === 'mark') break
    const name = frame.nameAt(at)
    if (name !== undefined) {
      owner = name
      from = name.from
      at = name.from
      continue
    }
    if (determinerWords.has(token.lower) || possessivePronouns.has(token.lower)) {
      from = at
      break
    }
    if (isClosedClass(token.lower) || (cueStrength(token.lower) !== undefined && !isRoleNoun(token.lower))) break
    from = at
  }
  return { kind: 'nominal', frame: index, from, to: head + 1, head, name: owner, entity: null }
}
