import {
  adverbWords,
  auxiliaryWords,
  conjunctions,
  determinerWords,
  prepositions,
  relatives,
  subjectPronouns,
} from '../../../language/vocabulary/function-words.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'
import { isRoleNoun } from '../lexicon/titles.ts'
import { isPossessive, type NamePhrase } from '../parse/name-phrases.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'

/** A phrase that can be a speaker: token indexes, end exclusive. */
export interface Phrase {
  readonly kind: 'name' | 'pronoun' | 'nominal'
  readonly from: number
  readonly to: number
  /** For a name, the phrase itself; for a nominal, the name that owns it ("Ana's office") or that it contains. */
  readonly name: NamePhrase | null
}

/** Prepositions that attach a name to the noun before it: "the mayor of Porto". */
export const attaching: ReadonlySet<string> = new Set('of for from with in at on by to against about'.split(' '))

const maxPhraseTokens = 40
const maxAttachmentTokens = 12

/** The noun phrase that starts at a token, as after an inverted "said …"; null if there is none. */
export function phraseAt(frame: ParsedParagraph, start: number, limit: number): Phrase | null {
  const { tokens } = frame
  if (subjectPronouns.has(tokens[start]?.lower ?? ''))
    return { kind: 'pronoun', from: start, to: start + 1, name: null }
  let at = start
  let owner: NamePhrase | null = null
  let inside: NamePhrase | null = null
  let endsInName: NamePhrase | null = null
  const stop = Math.min(limit, start + maxPhraseTokens)
  while (at < stop) {
    const name = frame.nameAt(at)
    if (name !== undefined) {
      inside = name
      if (name.possessive) owner = name
      endsInName = name.possessive ? null : name
      at = name.possessive ? name.to + 1 : name.to
    } else if (isPossessive(tokens, at)) at++
    else if (endsPhrase(frame, at, start) || (endsInName !== null && !leadsToHead(frame, at, stop))) break
    else {
      endsInName = null
      at++
    }
  }
  if (at === start) return null
  const named = endsInName ?? nameBehind(frame, at, limit)
  if (named !== null) return { kind: 'name', from: start, to: Math.max(at, named.to), name: named }
  return { kind: 'nominal', from: start, to: at, name: owner ?? inside }
}

function endsPhrase({ tokens }: ParsedParagraph, at: number, start: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return true
  if (determinerWords.has(token.lower)) return at > start && !isPossessive(tokens, at - 1)
  return isBoundary(token.lower)
}

/** Whether a lower-case word cannot be inside a noun phrase. */
export const isBoundary = (lower: string): boolean =>
  prepositions.has(lower) ||
  auxiliaryWords.has(lower) ||
  conjunctions.has(lower) ||
  relatives.has(lower) ||
  adverbWords.has(lower) ||
  (cueStrength(lower) !== undefined && !isRoleNoun(lower))

/** Whether a name modifies a following head noun: "Costa spokeswoman Ana Lima". */
function leadsToHead(frame: ParsedParagraph, from: number, stop: number): boolean {
  for (let at = from; at < Math.min(stop, from + 5); at++) {
    const token = frame.tokens[at]
    if (token === undefined || token.kind !== 'word') return false
    if (isRoleNoun(token.lower)) return true
    if (frame.nameAt(at) !== undefined) return at > from
    if (isBoundary(token.lower) || determinerWords.has(token.lower)) return false
  }
  return false
}

/** The person named directly after a noun phrase without a name. */
function nameBehind(frame: ParsedParagraph, at: number, limit: number): NamePhrase | null {
  const { tokens } = frame
  const full = (name: NamePhrase | undefined): NamePhrase | null =>
    name !== undefined && !name.possessive && !name.titleOnly && name.words.length > 1 ? name : null
  // "the campaign’s manager, Ana Lima" / "his wife, Ana, said"
  if (tokens[at]?.text === ',') {
    const name = frame.nameAt(at + 1)
    return name !== undefined && (full(name) !== null || isIntroduced(frame, name)) ? name : null
  }
  if (!attaching.has(tokens[at]?.lower ?? '')) return null
  // "the former secretary of state Ana Lima"
  const office = tokens[at]?.lower === 'of' && frame.nameAt(at + 1) === undefined ? full(frame.nameAt(at + 2)) : null
  if (office !== null) return office
  // "a spokeswoman for the port, Ana Lima"
  const comma = nextComma(frame, at, Math.min(limit, at + maxAttachmentTokens))
  return comma < 0 ? null : full(frame.nameAt(comma + 1))
}

/** Whether a name after a comma identifies the noun phrase before it: a full name up to a mark, a first name up to its verb. */
export function isIntroduced({ tokens }: ParsedParagraph, name: NamePhrase): boolean {
  if (name.possessive || name.titleOnly) return false
  const close = tokens[name.to]
  if (name.words.length > 1) return close === undefined || close.kind === 'mark'
  return close?.text === ',' && cueStrength(tokens[name.to + 1]?.lower ?? '') !== undefined
}

/** The first comma from a token on, before `to`; -1 if there is none. */
export function nextComma({ tokens }: ParsedParagraph, from: number, to: number): number {
  for (let at = from; at < to; at++) if (tokens[at]?.text === ',') return at
  return -1
}
