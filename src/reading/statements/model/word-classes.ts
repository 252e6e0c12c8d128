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
import { cueStrength } from '../lexicon/speech-verbs.ts'
import { isRoleNoun } from '../lexicon/titles.ts'
import { isPossessive } from '../parse/name-phrases.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'

/**
 * The class of a token, one letter: N name, P pronoun, V speech verb, J judging verb, n role, d determiner, h possessive pronoun,
 * x auxiliary, r adverb, p preposition, c conjunction, w relative, t "that", T "to", e/g/z words in -ed, -ing and -s, o other
 * words, # numbers, ' possessive, Q quotation, punctuation unchanged, ^ and $ the paragraph's start and end.
 */
export function wordClass(frame: ParsedParagraph, at: number): string {
  const token = frame.tokens[at]
  if (token === undefined) return at < 0 ? '^' : '$'
  if (token.kind === 'quote') return 'Q'
  if (token.kind === 'mark') return isPossessive(frame.tokens, at) ? "'" : markClass(token.text)
  if (frame.nameAt(at) !== undefined) return 'N'
  const { lower } = token
  if (lower === 'that') return 't'
  if (lower === 'to') return 'T'
  if (relatives.has(lower)) return 'w'
  if (subjectPronouns.has(lower)) return 'P'
  if (possessivePronouns.has(lower)) return 'h'
  const cue = cueStrength(lower)
  if (cue !== undefined && !token.capital) return cue === 'speech' ? 'V' : 'J'
  if (auxiliaryWords.has(lower)) return 'x'
  if (conjunctions.has(lower)) return 'c'
  if (prepositions.has(lower)) return 'p'
  if (determinerWords.has(lower)) return 'd'
  if (isRoleNoun(lower)) return 'n'
  if (isAdverb(lower)) return 'r'
  if (/^[\d$#]/.test(lower)) return '#'
  if (lower.endsWith('ed')) return 'e'
  if (lower.endsWith('ing')) return 'g'
  if (lower.endsWith('s')) return 'z'
  return 'o'
}

function markClass(mark: string): string {
  if (mark === '—' || mark === '–') return '-'
  return /[,.;:?!()-]/.test(mark) ? mark : '~'
}

/**
 * The classes of the tokens from `from` to `to` (exclusive), runs collapsed, determiners left out; '*' if there are more than
 * `most` classes.
 */
export function classPath(frame: ParsedParagraph, from: number, to: number, most: number): string {
  let path = ''
  let last = ''
  for (let at = from; at < to; at++) {
    const here = wordClass(frame, at)
    if (here === last || here === 'd') continue
    if (path.length >= most) return `${path}*`
    path += here
    last = here
  }
  return path
}
