import {
  auxiliaryWords,
  conjunctions,
  determinerWords,
  isAdverb,
  possessivePronouns,
  prepositions,
  relatives,
  subjectPronouns,
} from '../../../language/vocabulary/function-words.ts'
import { isRoleNoun } from '../lexicon/titles.ts'
import { isPossessive, type NamePhrase } from '../parse/name-phrases.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'
import { attaching, isBoundary, nextComma, type Phrase, phraseAt } from './noun-phrases.ts'

const clauseMarks = new Set([',', '—', '–', '-', ';', ':', ')', '('])
/** How far to follow insertions and clauses, in tokens: enough for any news sentence, and a bound for hostile ones. */
const maxInsertionTokens = 40
const maxClauseTokens = 150
const maxNominalTokens = 10
const maxSteps = 12
/** A politician's party and state: "Ana Lima, R-Utah,". */
const partyPattern = /^[rdi]-/

const nameOf = (name: NamePhrase): Phrase => ({ kind: 'name', from: name.from, to: name.to, name })

/** Words that may come between a subject and the verb of speech: went on to say, tried to argue, refused to say, had nothing to say. */
const leadingVerbs = new Set(
  (
    'to went goes going on began begins started starts tried tries seemed appeared wanted managed refused refuses declined ' +
    'declines nothing little anything'
  ).split(' '),
)

/** Finds the subject of the verb at a token by walking left, as far as `start`. */
export function subjectBefore(frame: ParsedParagraph, verb: number, start: number): Phrase | null {
  const { tokens } = frame
  const from = Math.max(start, verb - maxClauseTokens)
  let at = verb - 1
  let passive = false
  for (; at >= from; at--) {
    const lower = tokens[at]?.lower ?? ''
    if (!auxiliaryWords.has(lower) && !isAdverb(lower) && !leadingVerbs.has(lower)) break
    passive ||= lower === 'is' || lower === 'was' || lower === 'are' || lower === 'were'
  }
  if (at < from) return null
  // "Lima defended the plan, saying": a participle shares the subject of its clause.
  const participle = tokens[verb]?.lower.endsWith('ing') === true && !passive
  if (participle) return clauseSubject(frame, from, verb)
  return subjectEndingAt(frame, at, from) ?? clauseSubject(frame, from, verb)
}

function subjectEndingAt(frame: ParsedParagraph, end: number, from: number): Phrase | null {
  const { tokens } = frame
  let at = end
  for (let step = 0; step < maxSteps && at >= from; step++) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'quote') return null
    const name = frame.nameAt(at)
    if (name !== undefined) {
      if (!isAttached(frame, name, from)) return nameOf(name)
      at = name.from - 2
      continue
    }
    if (token.kind === 'mark' && clauseMarks.has(token.text)) return subjectBehindInsertion(frame, at, from)
    if (token.lower === 'who') return antecedent(frame, at, from)
    if (subjectPronouns.has(token.lower)) return { kind: 'pronoun', from: at, to: at + 1, name: null }
    if (relatives.has(token.lower) || conjunctions.has(token.lower)) return null
    if (!isAdverb(token.lower)) return nominalEndingAt(frame, at, from)
    at--
  }
  return null
}

/** Whether a preposition attaches a name to a noun before it; at the start of a sentence it attaches to nothing. */
function isAttached(frame: ParsedParagraph, name: NamePhrase, from: number): boolean {
  const preposition = name.from - 1
  if (preposition < from || !attaching.has(frame.tokens[preposition]?.lower ?? '')) return false
  return frame.sentenceOf(preposition).from < preposition
}

/** "Ana Lima, the mayor of Porto, said": walks left over the commas to the name that the insertion describes. */
function subjectBehindInsertion(frame: ParsedParagraph, comma: number, from: number): Phrase | null {
  const { tokens } = frame
  let nearest: Phrase | null = null
  let close = comma
  for (let at = comma - 1; at >= from && comma - at < maxInsertionTokens; at--) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'quote') break
    if (token.kind !== 'mark' || !clauseMarks.has(token.text)) continue
    const before = frame.nameAt(at - 1)
    const alone = nameAlone(frame, at + 1, close, before !== undefined)
    if (alone !== null) return nameOf(alone)
    if (before !== undefined && !before.possessive && before.to === at && !followsPreposition(frame, before, from)) {
      nearest = nameOf(before)
      if (beginsInsertion(tokens[at + 1]?.lower ?? '')) return nearest
    }
    close = at
  }
  return nearest ?? clauseSubject(frame, from, comma)
}

/** A name that fills the space between two commas, "his lawyer, Ana Lima, said", unless it is a place or a party. */
function nameAlone(frame: ParsedParagraph, from: number, to: number, afterName: boolean): NamePhrase | null {
  const name = frame.nameAt(from)
  if (name === undefined || name.possessive || name.titleOnly || name.to < to) return null
  if (afterName && name.words.length === 1) return null
  return partyPattern.test(frame.tokens[from]?.lower ?? '') ? null : name
}

const followsPreposition = (frame: ParsedParagraph, name: NamePhrase, from: number): boolean =>
  name.from - 1 >= from && attaching.has(frame.tokens[name.from - 1]?.lower ?? '')

const beginsInsertion = (lower: string): boolean =>
  determinerWords.has(lower) ||
  relatives.has(lower) ||
  prepositions.has(lower) ||
  isRoleNoun(lower) ||
  partyPattern.test(lower) ||
  /^\d/.test(lower)

/** The antecedent of "who": the noun before it. */
function antecedent(frame: ParsedParagraph, who: number, from: number): Phrase | null {
  const at = frame.tokens[who - 1]?.text === ',' ? who - 2 : who - 1
  return at < from ? null : subjectEndingAt(frame, at, from)
}

function nominalEndingAt(frame: ParsedParagraph, end: number, from: number): Phrase | null {
  const { tokens } = frame
  let owner: NamePhrase | null = null
  let start = end
  for (let at = end; at >= from && end - at < maxNominalTokens; at--) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'quote') break
    const name = frame.nameAt(at)
    if (name !== undefined) {
      owner ??= name
      at = name.from
    } else if (token.kind === 'mark') {
      if (!isPossessive(tokens, at)) break
    } else if (attaching.has(token.lower)) {
      // "a spokesman for the port": the subject ends before the preposition.
      const goesOn = at - 1 > from && !clauseMarks.has(tokens[at - 1]?.text ?? '')
      if (goesOn) return subjectEndingAt(frame, at - 1, from)
      break
    } else if (!determinerWords.has(token.lower) && isBoundary(token.lower)) break
    start = at
    if (determinerWords.has(token.lower)) break
  }
  const own = possessivePronouns.has(tokens[start]?.lower ?? '') ? null : owner
  return { kind: 'nominal', from: start, to: end + 1, name: own }
}

/** The first noun phrase of a clause that can be its subject: not an object of a preposition, not an introductory phrase. */
export function clauseSubject(frame: ParsedParagraph, start: number, to: number): Phrase | null {
  const { tokens } = frame
  const from = Math.max(start, to - maxClauseTokens)
  let fallback: Phrase | null = null
  for (let at = afterIntroduction(frame, from, to); at < to; at++) {
    const name = frame.nameAt(at)
    const lower = tokens[at]?.lower ?? ''
    if (name !== undefined) {
      if (name.possessive) {
        const owned = phraseAt(frame, name.from, to)
        if (owned?.kind === 'name' && owned.name !== name) return owned
        if (owned?.kind === 'nominal') fallback ??= owned
      } else {
        if (!name.titleOnly && !followsPreposition(frame, name, from)) return nameOf(name)
        fallback ??= nameOf(name)
      }
      at = name.to - 1
    } else if (subjectPronouns.has(lower) && lower !== 'who' && lower !== 'it') {
      return { kind: 'pronoun', from: at, to: at + 1, name: null }
    }
  }
  return fallback
}

/** The start of the clause after "On Friday," or "Asked about it,". */
function afterIntroduction(frame: ParsedParagraph, from: number, to: number): number {
  const first = frame.tokens[from]?.lower ?? ''
  if (!prepositions.has(first) && !first.endsWith('ing') && !first.endsWith('ed')) return from
  const comma = nextComma(frame, from, Math.min(to, from + maxInsertionTokens))
  return comma < 0 ? from : comma + 1
}
