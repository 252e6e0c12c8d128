import { wordVectors } from '../../src/language/vocabulary/word-vectors.ts'
import type { Files } from '../../testkit/library/place.ts'
import { capitalised, seededChoices, spelled } from '../made-up-words.ts'

const firstNames = 'Ana Rui Maria James Linda Peter Sarah David Emma Lucas Nina Oscar Julia Thomas Clara Victor'.split(
  ' ',
)
const functionWords =
  'the and to of a that I it you in is so was we like this they what have be but for on there not with he at as if just about or really do can one'.split(
    ' ',
  )
const subjects = 'I you we they people scientists companies politicians'.split(' ')
const days =
  'on Monday, last year, in 2016, in the 1990s, two weeks ago, in March 2020, every day, at some point'.split(', ')

/** Bytes of one transcript: 481 of them are 35 MB. */
const transcriptBytes = 73_000
const nameCount = 3_000
const rareWords = 60_000
/** Shares of what is spoken. */
const functionShare = 0.55
const rareShare = 0.05
const reportShare = 0.06
const figureShare = 0.05
const timeShare = 0.05
const nameShare = 0.08

/**
 * Made-up transcripts of conversations between two people, about `bytes` bytes in all: a question of some sentences, then a turn of up to
 * 1,500 words. Words are as frequent as in a language (Zipf's law). Some sentences report speech or quote, some have names, figures and
 * times. The same seed gives the same texts.
 */
export function madeUpTranscripts(bytes: number, seed = 1): Files {
  const { next, below, ranked, pick } = seededChoices(seed)
  const { stems } = wordVectors()
  const frequent = (all: readonly string[]) => all[ranked(all.length)] ?? ''
  // The stems are in no order of frequency that matters here: a fixed step through them mixes them.
  const content = () =>
    next() < rareShare ? spelled(ranked(rareWords)) : (stems[(ranked(stems.length) * 7919) % stems.length] ?? '')
  const word = () => (next() < functionShare ? frequent(functionWords) : content())
  const surname = () => capitalised(spelled(rareWords + ranked(nameCount)))
  const name = () => `${pick(firstNames)} ${surname()}`
  const phrase = (length: number) => Array.from({ length }, word)

  const sentence = (): string => {
    const words = phrase(4 + below(24))
    const at = 1 + below(words.length)
    const share = next()
    if (share < nameShare) words.splice(at, 0, next() < 0.5 ? name() : surname())
    else if (share < nameShare + figureShare) words.splice(at, 0, String(2 + ranked(100_000)), content())
    else if (share < nameShare + figureShare + timeShare) words.push(pick(days))
    const text = words.join(' ')
    if (next() >= reportShare) return `${capitalised(text)}${next() < 0.15 ? '?' : '.'}`
    const said = next()
    if (said < 0.4) return `${name()} told me that ${text}.`
    if (said < 0.7) return `And ${pick(subjects)} said, “${capitalised(text)}.”`
    return `${capitalised(pick(subjects))} say that ${text}.`
  }
  const turn = (label: string, wordCount: number): string => {
    const spoken: string[] = []
    for (let count = 0; count < wordCount; ) {
      const one = sentence()
      spoken.push(one)
      count += one.split(' ').length
    }
    return `${label}: ${spoken.join(' ')}`
  }
  const transcript = (size: number): string => {
    const [host, guest] = [name(), name()]
    const turns: string[] = []
    for (let length = 0; length < size; ) {
      for (const one of [turn(host, 10 + below(60)), turn(guest, 50 + below(1450))]) {
        turns.push(one)
        length += one.length + 2
      }
    }
    return `# ${host} talks with ${guest}\n\n${turns.join('\n\n')}\n`
  }

  const files: Record<string, string> = {}
  for (let left = bytes; left > 0; left -= transcriptBytes) {
    files[`transcript-${String(Object.keys(files).length).padStart(4, '0')}.md`] = transcript(
      Math.min(left, transcriptBytes),
    )
  }
  return files
}
