import { auxiliaryWords, determinerWords, subjectPronouns } from '../../../language/vocabulary/function-words.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'
import { isRoleNoun } from '../lexicon/titles.ts'
import type { NamePhrase } from '../parse/name-phrases.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'
import type { AttributionReading } from './attribution-reading.ts'

// A quotation can be signed like a letter: “…” — Ana Lima, mayor of Porto / From the desk of Ana Lima.

const dashes = new Set(['-', '–', '—', '―', '~', '>'])
/** A signature is at most this long, in tokens. */
const maxTokens = 30
/** Words of the role before the name: "— Board member Ana Lima". */
const maxRoleTokens = 6
const desks = new Set(['desk', 'pen', 'keyboard', 'diary', 'notebook', 'lips', 'mouth'])

/** The signature after a quotation that ends its sentence; it fills the rest of the paragraph, or up to the next quotation. */
export function signatureAfter(frame: ParsedParagraph, quote: number): AttributionReading | null {
  const { tokens } = frame
  if (frame.sentenceOf(quote).from !== quote) return null
  let at = quote + 1
  while (dashes.has(tokens[at]?.text ?? '')) at++
  const isDashed = at > quote + 1
  const name = signer(frame, at, isDashed)
  return name === null || !endsAsSignature(frame, name.to) ? null : readingOf(name)
}

/** The signature that fills a paragraph before its quotation ("From the desk of Ana Lima") or after it ("— Ana Lima"). */
export function signatureIn(frame: ParsedParagraph, side: 'before' | 'after'): AttributionReading | null {
  const { tokens } = frame
  let at = 0
  while (dashes.has(tokens[at]?.text ?? '')) at++
  if (side === 'before' && at > 0) return null
  const name = signer(frame, at, at > 0)
  return name === null || !endsAsSignature(frame, name.to) ? null : readingOf(name)
}

const readingOf = (name: NamePhrase): AttributionReading => ({
  rule: 'signature',
  phrase: { kind: 'name', from: name.from, to: name.to, name },
  cue: -1,
  strength: undefined,
})

/** The name that signs: after a dash with its role, or after "from the desk of". */
function signer(frame: ParsedParagraph, start: number, isDashed: boolean): NamePhrase | null {
  const { tokens } = frame
  const lower = (at: number): string => tokens[at]?.lower ?? ''
  const isFrom =
    lower(start) === 'from' && lower(start + 1) === 'the' && desks.has(lower(start + 2)) && lower(start + 3) === 'of'
  if (!isDashed && !isFrom) return null
  const from = isFrom ? start + 4 : start
  for (let at = from; at <= from + maxRoleTokens; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word') return null
    const name = frame.nameAt(at)
    if (name !== undefined && !name.titleOnly && !name.possessive) {
      const role = leadsToRole(frame, name)
      if (!role) return name
      at = name.to - 1
    } else if (cueStrength(token.lower) !== undefined && !isRoleNoun(token.lower)) return null
    else if (auxiliaryWords.has(token.lower) || subjectPronouns.has(token.lower)) return null
    else if (determinerWords.has(token.lower) && at > from) return null
  }
  return null
}

/** Whether a capitalised phrase is the beginning of a role before the name: "Board member Ana Lima". */
function leadsToRole({ tokens, nameAt }: ParsedParagraph, { to }: NamePhrase): boolean {
  const isNoun = tokens[to]?.kind === 'word' && isRoleNoun(tokens[to]?.lower ?? '')
  return isNoun && nameAt(to + 1) !== undefined
}

/** After the name only a role, a place, a date or an occasion follows: no verb. */
function endsAsSignature({ tokens }: ParsedParagraph, from: number): boolean {
  const next = tokens[from]
  if (next !== undefined && next.kind === 'word' && next.lower !== 'of' && next.lower !== 'on' && next.lower !== 'in')
    return false
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'quote') return true
    if (at - from > maxTokens) return false
    const isVerb =
      auxiliaryWords.has(token.lower) || (cueStrength(token.lower) === 'speech' && !isRoleNoun(token.lower))
    if (token.kind === 'word' && !token.capital && (isVerb || subjectPronouns.has(token.lower))) return false
  }
  return true
}
