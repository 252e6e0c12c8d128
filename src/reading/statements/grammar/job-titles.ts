import {
  determinerWords,
  isAdverb,
  isClosedClass,
  possessivePronouns,
} from '../../../language/vocabulary/function-words.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'
import { isHonorific, isRoleNoun } from '../lexicon/titles.ts'
import { isPossessive, type NamePhrase } from '../parse/name-phrases.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'

const maxTokensBefore = 10
const maxTokensAfter = 14
const articleWords = new Set(['the', 'a', 'an'])

/** The office or role next to a name, as worded in the article, without "the": before the name or after a comma. */
export function roleNextTo(frame: ParsedParagraph, name: NamePhrase): string | null {
  return roleBefore(frame, name) ?? roleAfter(frame, name)
}

/** "Ukrainian president’s chief of staff Ana Lima", "Mayor Ana Lima"; Mr. or Mrs. alone is not a role. */
function roleBefore(frame: ParsedParagraph, name: NamePhrase): string | null {
  const { tokens } = frame
  // "The mayor of Porto": the role is not that of the name.
  if (tokens[name.from - 1]?.lower === 'of') return null
  let start = name.from
  for (let at = name.from - 1; at >= 0 && name.from - at <= maxTokensBefore; at--) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'quote') break
    const part = token.lower === 'of' && isRoleNoun(tokens[at - 1]?.lower ?? '')
    if (isPossessive(tokens, at) || part) continue
    if (token.kind === 'mark' || isClosedClass(token.lower) || isAdverb(token.lower)) break
    if (determinerWords.has(token.lower) || possessivePronouns.has(token.lower)) break
    if (cueStrength(token.lower) !== undefined && !isRoleNoun(token.lower)) break
    start = at
  }
  return roleBetween(frame, start, name.core)
}

/** "Ana Lima, the mayor of Porto," up to the next comma or the end of the sentence. */
function roleAfter(frame: ParsedParagraph, name: NamePhrase): string | null {
  const { tokens } = frame
  if (name.possessive || tokens[name.to]?.text !== ',') return null
  let start = name.to + 1
  const first = tokens[start]?.lower ?? ''
  if (articleWords.has(first)) start++
  else if (frame.nameAt(start) === undefined && !isRoleNoun(first)) return null
  for (let at = start; at < Math.min(tokens.length, start + maxTokensAfter); at++) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'quote' || token.lower === 'who') return null
    if (token.kind === 'mark' && /[,.;]/.test(token.text)) return roleBetween(frame, start, at)
  }
  return null
}

function roleBetween(frame: ParsedParagraph, from: number, to: number): string | null {
  const { tokens, paragraph } = frame
  const first = tokens[from]
  const last = tokens[to - 1]
  if (first === undefined || last === undefined || from >= to) return null
  const words = tokens.slice(from, to)
  const tells = words.some((token) => isRoleNoun(token.lower.replace(/\.$/, '')) && !isHonorific(token.lower))
  return tells ? paragraph.text.slice(first.start, last.end) : null
}
