import { cueStrength } from './cue-verbs.ts'
import type { Frame } from './frame.ts'
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  POSSESSIVE_PRONOUNS,
  PREPOSITIONS,
  RELATIVES,
  SUBJECT_PRONOUNS,
} from './function-words.ts'
import { isPossessive, type NamePhrase } from './names.ts'
import { isRoleNoun } from './titles.ts'

/** A phrase that can be a speaker: token indexes, end exclusive. */
export interface Phrase {
  readonly kind: 'name' | 'pronoun' | 'nominal'
  readonly from: number
  readonly to: number
  /** For a name, the phrase itself; for a nominal, the name that owns it ("Ana's office") or that it is of. */
  readonly name: NamePhrase | null
}

const CLAUSE_MARKS = new Set([',', '—', '–', '-', ';', ':', ')', '('])
const ATTACHING = new Set('of for from with in at on by to against about'.split(' '))
const LIMIT = 40
const LONGEST_CLAUSE = 150
const PARTY = /^[rdi]-/

/** Reads the noun phrase that begins at a token, as after an inverted "said …". */
export function phraseAt(frame: Frame, start: number, to: number): Phrase | null {
  const { tokens } = frame
  let at = start
  let last: NamePhrase | null = null
  let owner: NamePhrase | null = null
  let lastWasName = false
  const stop = Math.min(to, start + LIMIT)
  while (at < stop) {
    const token = tokens[at]
    if (token === undefined) break
    const name = frame.nameAt(at)
    if (name !== undefined) {
      last = name
      lastWasName = true
      at = name.to
      if (name.possessive) {
        owner = name
        lastWasName = false
        at++
      }
      continue
    }
    if (token.kind === 'mark') {
      if (isPossessive(tokens, at)) {
        at++
        continue
      }
      break
    }
    if (token.kind === 'quote') break
    if (at === start && SUBJECT_PRONOUNS.has(token.lower)) return { kind: 'pronoun', from: at, to: at + 1, name: null }
    if (lastWasName && !leadsToRole(frame, at, stop)) break
    if (DETERMINERS.has(token.lower) && at > start && !isPossessive(tokens, at - 1)) break
    if (isBoundary(token.lower) && at > start) break
    if (isBoundary(token.lower) && !DETERMINERS.has(token.lower)) break
    lastWasName = false
    at++
  }
  if (at === start) return null
  if (lastWasName && last !== null) return { kind: 'name', from: start, to: at, name: last }
  // "the campaign's manager, Ana Lima,": the apposition names the person.
  if (tokens[at]?.text === ',') {
    const next = frame.nameAt(at + 1)
    if (next !== undefined && !next.possessive && !next.titleOnly && next.words.length > 1) {
      return { kind: 'name', from: start, to: next.to, name: next }
    }
  }
  // "the former secretary of state Ana Lima": an office of two parts before the name.
  if (tokens[at]?.lower === 'of' && frame.nameAt(at + 1) === undefined) {
    const next = frame.nameAt(at + 2)
    if (next !== undefined && !next.titleOnly && next.words.length > 1 && !next.possessive) {
      return { kind: 'name', from: start, to: next.to, name: next }
    }
  }
  if (ATTACHING.has(tokens[at]?.lower ?? '')) {
    const comma = findComma(frame, at, Math.min(to, at + 12))
    const next = comma < 0 ? undefined : frame.nameAt(comma + 1)
    if (next !== undefined && next.words.length > 1 && !next.possessive)
      return { kind: 'name', from: start, to: next.to, name: next }
  }
  return { kind: 'nominal', from: start, to: at, name: owner ?? last }
}

const isBoundary = (lower: string): boolean =>
  PREPOSITIONS.has(lower) ||
  AUXILIARIES.has(lower) ||
  CONJUNCTIONS.has(lower) ||
  RELATIVES.has(lower) ||
  ADVERBS.has(lower) ||
  (cueStrength(lower) !== undefined && !isRoleNoun(lower))

function leadsToRole(frame: Frame, at: number, stop: number): boolean {
  for (let i = at; i < Math.min(stop, at + 5); i++) {
    const token = frame.tokens[i]
    if (token === undefined || token.kind !== 'word') return false
    if (isRoleNoun(token.lower)) return true
    if (frame.nameAt(i) !== undefined) return i > at
    if (isBoundary(token.lower) || DETERMINERS.has(token.lower)) return false
  }
  return false
}

/** What may stand between a subject and the verb of speech: went on to say, began to explain, tried to argue. */
const LEADING_VERBS = new Set(
  'to went goes going on began begins started starts tried tries seemed appeared'.split(' '),
)

/** Finds the subject of a verb at token `verb` by walking left, not before `from`. */
export function subjectBefore(frame: Frame, verb: number, from: number): Phrase | null {
  const { tokens } = frame
  let at = verb - 1
  let passive = false
  for (; at >= from; at--) {
    const lower = tokens[at]?.lower ?? ''
    if (!AUXILIARIES.has(lower) && !isAdverb(lower) && !LEADING_VERBS.has(lower)) break
    passive ||= lower === 'is' || lower === 'was' || lower === 'are' || lower === 'were'
  }
  if (at < from) return null
  const participle = (tokens[verb]?.lower ?? '').endsWith('ing') && !passive
  if (participle) return clauseSubject(frame, from, verb)
  return subjectEndingAt(frame, at, from) ?? clauseSubject(frame, from, verb)
}

function subjectEndingAt(frame: Frame, end: number, from: number): Phrase | null {
  const { tokens } = frame
  let at = end
  for (let step = 0; step < 12 && at >= from; step++) {
    const token = tokens[at]
    if (token === undefined) return null
    if (token.kind === 'quote') return null
    const name = frame.nameAt(at)
    if (name !== undefined) {
      const before = tokens[name.from - 1]?.lower ?? ''
      if (name.from - 1 >= from && ATTACHING.has(before) && frame.sentenceOf(name.from - 1).from < name.from - 1) {
        at = name.from - 2
        continue
      }
      return { kind: 'name', from: name.from, to: name.to, name }
    }
    if (token.kind === 'mark' && CLAUSE_MARKS.has(token.text)) return apposition(frame, at, from)
    if (SUBJECT_PRONOUNS.has(token.lower)) {
      if (token.lower === 'who') return relative(frame, at, from)
      return { kind: 'pronoun', from: at, to: at + 1, name: null }
    }
    if (RELATIVES.has(token.lower)) return null
    if (CONJUNCTIONS.has(token.lower)) return null
    if (isAdverb(token.lower) && frame.nameAt(at) === undefined) {
      at--
      continue
    }
    return nominalEndingAt(frame, at, from)
  }
  return null
}

/** "Ana Lima, the mayor of Porto, said": walks left over the commas to the name that the insertion explains. */
function apposition(frame: Frame, comma: number, from: number): Phrase | null {
  const { tokens } = frame
  let nearest: Phrase | null = null
  let open = comma
  for (let at = comma - 1; at >= from && comma - at < LIMIT; at--) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'quote') break
    if (token.kind !== 'mark' || !CLAUSE_MARKS.has(token.text)) continue
    const segment = at + 1
    const first = tokens[segment]?.lower ?? ''
    const name = frame.nameAt(segment)
    const place = frame.nameAt(at - 1) !== undefined && name?.words.length === 1
    if (name !== undefined && !name.possessive && name.to >= open && !name.titleOnly && !place && !PARTY.test(first)) {
      // A bare name between commas: "his lawyer, Ana Lima, said".
      return { kind: 'name', from: name.from, to: name.to, name }
    }
    const before = frame.nameAt(at - 1)
    const inserted =
      DETERMINERS.has(first) ||
      RELATIVES.has(first) ||
      PARTY.test(first) ||
      isRoleNoun(first) ||
      PREPOSITIONS.has(first) ||
      /^\d/.test(first)
    if (before !== undefined && !before.possessive && before.to === at) {
      const prep = tokens[before.from - 1]?.lower ?? ''
      if (!ATTACHING.has(prep) || before.from - 1 < from) {
        nearest = { kind: 'name', from: before.from, to: before.to, name: before }
        if (inserted) return nearest
      }
    }
    open = at
  }
  if (nearest !== null) return nearest
  return clauseSubject(frame, from, comma)
}

function relative(frame: Frame, who: number, from: number): Phrase | null {
  let at = who - 1
  if (frame.tokens[at]?.text === ',') at--
  if (at < from) return null
  return subjectEndingAt(frame, at, from)
}

function nominalEndingAt(frame: Frame, end: number, from: number): Phrase | null {
  const { tokens } = frame
  let at = end
  let owner: NamePhrase | null = null
  for (; at >= from && end - at < 10; at--) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'quote') break
    const name = frame.nameAt(at)
    if (name !== undefined) {
      owner ??= name
      at = name.from
      continue
    }
    if (token.kind === 'mark') {
      if (isPossessive(tokens, at)) continue
      break
    }
    if (DETERMINERS.has(token.lower)) {
      at--
      break
    }
    if (ATTACHING.has(token.lower)) {
      const head = at - 1
      if (head > from && !CLAUSE_MARKS.has(tokens[head]?.text ?? '')) return subjectEndingAt(frame, head, from)
      break
    }
    if (isBoundary(token.lower)) break
  }
  const start = Math.max(from, at + 1)
  if (start > end) return null
  const own = POSSESSIVE_PRONOUNS.has(tokens[start]?.lower ?? '') ? null : owner
  return { kind: 'nominal', from: start, to: end + 1, name: own }
}

/** The first noun phrase of a clause that can be its subject: no object of a preposition, no introduction. */
export function clauseSubject(frame: Frame, start: number, to: number): Phrase | null {
  const { tokens } = frame
  const from = Math.max(start, to - LONGEST_CLAUSE)
  let at = from
  const first = tokens[from]?.lower ?? ''
  if (PREPOSITIONS.has(first) || first.endsWith('ing') || first.endsWith('ed')) {
    const comma = findComma(frame, from, to)
    if (comma >= 0) at = comma + 1
  }
  let fallback: Phrase | null = null
  for (; at < to; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'quote') continue
    const name = frame.nameAt(at)
    if (name !== undefined) {
      const before = tokens[name.from - 1]?.lower ?? ''
      const attached = name.from > from && ATTACHING.has(before)
      if (!attached && !name.possessive && !name.titleOnly) return { kind: 'name', from: name.from, to: name.to, name }
      if (!name.possessive) fallback ??= { kind: 'name', from: name.from, to: name.to, name }
      if (name.possessive) {
        const owned = phraseAt(frame, name.from, to)
        if (owned !== null && owned.kind === 'name' && owned.name !== name) return owned
        if (owned !== null && owned.kind === 'nominal') fallback ??= owned
      }
      at = name.to - 1
      continue
    }
    if (SUBJECT_PRONOUNS.has(token.lower) && token.lower !== 'who' && token.lower !== 'it') {
      return { kind: 'pronoun', from: at, to: at + 1, name: null }
    }
  }
  return fallback
}

function findComma(frame: Frame, from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + LIMIT); at++) if (frame.tokens[at]?.text === ',') return at
  return -1
}
