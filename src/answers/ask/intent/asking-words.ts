import { normalise, plainLine } from '../../../language/tokens/normalise.ts'
import { once } from '../../../resources/once.ts'
import { readRows } from '../../../resources/resources.ts'

/** A message that asks nothing about the world: a greeting, thanks, or a question about the bot or about its articles. */
export type SmallTalk = 'greeting' | 'thanks' | 'help' | 'articles'

const smallTalk: readonly SmallTalk[] = ['greeting', 'thanks', 'help', 'articles']
const blanks = /\s+/g

interface AskingWords {
  readonly lead: readonly string[]
  readonly link: readonly string[]
  readonly tail: readonly string[]
  readonly messages: ReadonlyMap<string, SmallTalk>
}

/** The phrases, longest first. */
const askingWords = once((): AskingWords => {
  const rows = readRows('lexicons/answers/asking-words.tsv')
  const phrases = (wanted: string) =>
    rows.flatMap(([kind, phrase = '']) => (kind === wanted ? [phrase] : [])).sort((a, b) => b.length - a.length)
  return {
    lead: phrases('lead'),
    link: phrases('link'),
    tail: phrases('tail'),
    messages: new Map(smallTalk.flatMap((kind) => phrases(kind).map((phrase) => [phrase, kind] as const))),
  }
})

const edges = /^[\s,.;:!?\-\u2013\u2014\u2026]+|[\s,.;:!?\-\u2013\u2014\u2026]+$/gu
const opening = /^[\s,.;:!?\-\u2013\u2014\u2026]+/u
const closing = /[\s,.;:!\-\u2013\u2014\u2026]+$/u
const letter = /[\p{L}\p{N}]/u

/** Whether a text begins with a phrase as whole words, or ends with it. Case does not matter. */
function beginsWith(folded: string, phrase: string): boolean {
  return folded.startsWith(phrase) && !letter.test(folded.charAt(phrase.length))
}
function endsWith(folded: string, phrase: string): boolean {
  return folded.endsWith(phrase) && !letter.test(folded.charAt(folded.length - phrase.length - 1))
}

/** In lower case, for comparing with phrases. Unlike `normalise`, every character keeps its place. */
function folded(text: string): string {
  const lower = text.toLowerCase()
  const kept = lower.length === text.length ? lower : text
  return kept.replaceAll('\u2019', "'")
}

/** What a message is if it asks nothing about the world; null if it does ask. */
export function smallTalkOf(input: string): SmallTalk | null {
  const text = normalise(input)
    .replace(edges, '')
    .replace(blanks, ' ')
    .replace(/[,.;:!?]+(?=\s)/g, '')
  return askingWords().messages.get(text) ?? null
}

const maxWrappings = 8

/**
 * A question without the words around it: greetings, "can you tell me", "please", "lol". A text that has nothing else stays as it is.
 */
export function unwrap(input: string): string {
  const { lead, link, tail } = askingWords()
  let text = plainLine(input)
  for (let round = 0; round < maxWrappings; round++) {
    const before = text
    const start = folded(text)
    const phrase = lead.find((one) => beginsWith(start, one))
    if (phrase !== undefined) {
      let rest = text.slice(phrase.length).replace(opening, '')
      const inRest = folded(rest)
      const linked = link.find((one) => beginsWith(inRest, one))
      if (linked !== undefined) rest = rest.slice(linked.length).replace(opening, '')
      // "tell me about X" keeps its "about": it says what is asked.
      if (letter.test(rest)) text = rest
    }
    const marks = /\?+$/.test(text) ? '?' : ''
    const bare = text.replace(/[\s?]+$/, '').replace(closing, '')
    const inBare = folded(bare)
    const last = tail.find((one) => endsWith(inBare, one))
    if (last !== undefined) {
      const rest = bare.slice(0, bare.length - last.length).replace(closing, '')
      if (letter.test(rest)) text = `${rest}${marks}`
    }
    if (text === before) break
  }
  return text
}
