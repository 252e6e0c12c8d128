import { isTitleCase } from '../../../language/text/title-case.ts'
import { once } from '../../../resources/once.ts'
import { readLines } from '../../../resources/resources.ts'
import { singular } from '../lexicon/singular.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'

const workNouns = once(
  () => new Set(readLines('lexicons/quotations/work-nouns.txt').flatMap((line) => line.split(' '))),
)
/** Verbs whose object can be a work: only those that also report speech need a rule. */
const makingVerbs = /^(?:wr(?:ote|ites?|iting|itten)|s(?:ang|ings?|inging|ung)|reads?|reading|recites?|recited)$/
const joiners = new Set([',', 'and', 'or', '&'])
/** How far a list of titles is followed, in tokens. */
const maxListTokens = 24

/** Whether quoted words are the title of a work: the films “A Boat” and “Tie Me Twice”, wrote “The Salt Road”. */
export function isWork(frame: ParsedParagraph, quote: number): boolean {
  const { tokens, spans, paragraph } = frame
  const span = spans[tokens[quote]?.span ?? -1]
  const text = span === undefined ? '' : paragraph.text.slice(span.start, span.end)
  const words = text.split(/\s+/, maxTitleWords)
  if (!isTitleCase(words)) return false
  let at = quote - 1
  for (; at >= Math.max(0, quote - maxListTokens); at--) {
    const token = tokens[at]
    if (token === undefined || (token.kind !== 'quote' && !joiners.has(token.lower))) break
  }
  const head = tokens[at]
  if (head === undefined || head.kind !== 'word') return false
  if (workNouns().has(singular(head.lower))) return true
  // A short whole sentence may be what was written on a sign: wrote “Go to Brill.”
  const isSentence = /[.!?]$/.test(text) && words.length < minTitleWords
  return makingVerbs.test(head.lower) && tokens[at + 1]?.kind === 'quote' && !isSentence
}

const maxTitleWords = 16
const minTitleWords = 4
