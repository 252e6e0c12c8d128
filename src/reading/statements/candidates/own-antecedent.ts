import { possessivePronouns, prepositions, relatives } from '../../../language/vocabulary/function-words.ts'
import { isIrregularPast } from '../../../language/vocabulary/irregular-forms.ts'
import { type Entity, genderOf } from '../entities/entity-index.ts'
import type { Mention } from '../entities/mentions.ts'
import type { ParsedArticle } from '../entities/parsed-article.ts'
import { looksLikeVerb } from '../grammar/cues.ts'
import { attaching, isBoundary } from '../grammar/noun-phrases.ts'
import { isPersonNoun } from '../lexicon/person-nouns.ts'
import { type Gender, genderOfTitle } from '../lexicon/titles.ts'
import { isPossessive, type NamePhrase } from '../parse/name-phrases.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'
import { isThing } from './things.ts'

/** What a pronoun refers to by its own paragraph: a person named as the subject of its sentence, or somebody without a name. */
export type OwnAntecedent = { readonly entity: Entity } | 'unnamed'

const maxTokens = 80
const maxNounTokens = 5
/** They introduce a person who is not known yet, or somebody's relative. */
const introducing = new Set(['a', 'an', 'another', 'one', 'some'])
/** After these a noun tells what somebody is, and introduces nobody: "is a nurse", "as a nurse". */
const predicating = new Set(
  'is was are were be been being became become becomes remains remained as like than called named'.split(' '),
)
const subordinators = new Set(
  'when before after as while because if since until once although though whereas'.split(' '),
)

/**
 * The antecedent that a pronoun has nearby: "A man came up, and he said", "When Ana Lima came, she said". Null if only more distant
 * sentences can tell.
 */
export function ownAntecedent(document: ParsedArticle, pronoun: Mention, gender: Gender): OwnAntecedent | null {
  const frame = document.frames[pronoun.frame]
  if (frame === undefined) return null
  const sentence = frame.sentenceOf(pronoun.head).index
  for (let at = pronoun.head - 1; at >= Math.max(0, pronoun.head - maxTokens); at--) {
    const name = frame.nameAt(at)
    if (name !== undefined) {
      const entity = personAt(document, frame, name, gender)
      at = name.from
      if (entity === null) continue
      const isOwn = frame.sentenceOf(at).index === sentence && isSubject(frame, name, pronoun.head, entity)
      return isOwn ? { entity } : null
    }
    if (isUnnamed(document, frame, at, gender)) return 'unnamed'
  }
  return null
}

/** The person that a name refers to if a pronoun of the gender can refer to it. */
function personAt(
  { entities }: ParsedArticle,
  { tokens }: ParsedParagraph,
  name: NamePhrase,
  gender: Gender,
): Entity | null {
  if (name.titleOnly || name.possessive || attaching.has(tokens[name.from - 1]?.lower ?? '')) return null
  const entity = entities.resolve(name.words)
  if (entity === undefined || entity.organisation || isThing(entity) || entity.place) return null
  return (genderOf(entity) ?? gender) === gender ? entity : null
}

/** Whether a known person is the subject that the sentence begins with, also after "when", and no quotation comes between. */
function isSubject(
  frame: ParsedParagraph,
  { from, to }: NamePhrase,
  pronoun: number,
  { person, human }: Entity,
): boolean {
  if (person === 0 && human === 0) return false
  const start = frame.sentenceOf(from).from
  const isFirst = from === start || (from === start + 1 && subordinators.has(frame.tokens[start]?.lower ?? ''))
  return isFirst && frame.tokens.slice(to, pronoun).every(({ kind }) => kind === 'word' || kind === 'mark')
}

/** Whether the noun at a token introduces a person without a name: "a man who is respected here", "my neighbour". */
function isUnnamed(document: ParsedArticle, frame: ParsedParagraph, noun: number, gender: Gender): boolean {
  const { tokens } = frame
  const token = tokens[noun]
  if (token?.kind !== 'word' || token.capital || !isPersonNoun(token.lower)) return false
  if ((genderOfTitle(token.lower) ?? gender) !== gender || token.lower.endsWith('s')) return false
  const next = tokens[noun + 1]
  if (frame.nameAt(noun + 1) !== undefined || isPossessive(tokens, noun + 1)) return false
  if (next?.text === ',' && frame.nameAt(noun + 2) !== undefined) return false
  if (next?.kind === 'word' && (isPersonNoun(next.lower) || isCompound(frame, noun + 1))) return false
  const from = determinerBefore(frame, noun)
  if (from < 0) return false
  const before = tokens[from - 1]
  if (before === undefined || frame.sentenceOf(from).from === from) return true
  // "There was a woman" introduces her, "Ana Lima was a nurse" does not introduce a nurse.
  if (tokens[from - 2]?.lower === 'there') return true
  if (predicating.has(before.lower) || (prepositions.has(before.lower) && !subordinators.has(before.lower)))
    return false
  if (before.text === ',' && (frame.nameAt(from - 2) !== undefined || isPersonNoun(tokens[from - 2]?.lower ?? '')))
    return false
  return !hasNamedSubject(document, frame, from, gender)
}

/** "her delegate lead,": a noun that only modifies the next word, which ends its phrase and is no verb. */
function isCompound({ tokens }: ParsedParagraph, at: number): boolean {
  const [word, after] = [tokens[at], tokens[at + 1]]
  if (word === undefined || isBoundary(word.lower) || relatives.has(word.lower) || looksLikeVerb(word.lower))
    return false
  return !isIrregularPast(word.lower) && (after === undefined || after.kind !== 'word')
}

/** The determiner of a noun that introduces a person, or -1. */
function determinerBefore({ tokens, nameAt }: ParsedParagraph, noun: number): number {
  for (let at = noun - 1; at >= Math.max(0, noun - maxNounTokens); at--) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word' || nameAt(at) !== undefined) return -1
    if (introducing.has(token.lower) || possessivePronouns.has(token.lower)) return at
    if (isBoundary(token.lower)) return -1
  }
  return -1
}

/** Whether a person is named as the subject before a token in its sentence: "Ana Lima met a nurse". */
function hasNamedSubject(document: ParsedArticle, frame: ParsedParagraph, end: number, gender: Gender): boolean {
  const { from } = frame.sentenceOf(end)
  for (let at = Math.max(from, end - maxTokens); at < end; at++) {
    const name = frame.nameAt(at)
    if (name === undefined) continue
    if (personAt(document, frame, name, gender) !== null) return true
    at = name.to - 1
  }
  return false
}
