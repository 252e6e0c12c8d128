import { capitalised, seededChoices, spelled } from '../made-up-words.ts'
import { frequentWords } from './frequent-words.ts'

const firstNames = 'Ana Rui Maria James Linda Peter Sarah David Emma Lucas Nina Oscar Julia Thomas Clara Victor'.split(
  ' ',
)
const cues = 'said told reporters,added,warned,argued,wrote'.split(',')
const months = 'January February March April May June July August September October November December'.split(' ')

/** The mean number of words of a paragraph. */
export const paragraphWords = 60

// Heaps' law: a text of n words has about 44 n^0.49 different words (Manning, Raghavan and Schuetze 2008, section 5.1.1: Reuters RCV1).
const heaps = { factor: 44, exponent: 0.49 }
/** The number of different words of a text. */
export const vocabularySize = (words: number): number => Math.round(heaps.factor * words ** heaps.exponent)

/** Shares of words and of sentences. */
const shares = { topic: 0.12, name: 0.25, figure: 0.12, day: 0.12, quotation: 0.07 }
/** The share of words that no real text of the folder has. By Good and Turing, it is about the share of the words that occur once in it. */
const minRareShare = 0.02

/** A made-up article. */
export interface MadeUpArticle {
  readonly title: string
  readonly outlet: string
  readonly date: string
  readonly paragraphs: readonly string[]
}

/** The words of real texts, repeats included, and how many different ones occur once. */
interface RealWords {
  readonly all: readonly string[]
  readonly once: number
}

const word = /[\p{L}\p{N}]+(?:['\u2019-][\p{L}\p{N}]+)*/gu

function realWords(texts: Iterable<string>): RealWords {
  const all: string[] = []
  for (const text of texts) all.push(...(text.match(word) ?? []))
  const counts = new Map<string, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return { all, once: [...counts.values()].filter((count) => count === 1).length }
}

/**
 * Makes articles of 10 to 25 paragraphs, `paragraphs` in all. Words are as frequent as in the texts of `real`, with further rare ones; or,
 * without texts, as in a language: function words first, then made-up words by Zipf's law, as many as Heaps' law says. The words of an
 * article's topic come back in it. Some sentences have names, figures, days, and words in quotation marks. The same seed gives the same
 * articles.
 */
export function* madeUpParagraphs(paragraphs: number, seed: number, real: Iterable<string>): Generator<MadeUpArticle> {
  const { next, below, ranked, pick } = seededChoices(seed)
  const known = realWords(real)
  const vocabulary = vocabularySize(paragraphs * paragraphWords)
  const names = Math.round(vocabulary / 10)
  const rareShare = Math.max(minRareShare, known.once / Math.max(1, known.all.length))

  const zipfian = () => {
    const rank = ranked(vocabulary + frequentWords.length)
    return frequentWords[rank] ?? spelled(rank - frequentWords.length)
  }
  const likeReal = () => (next() < rareShare ? spelled(ranked(vocabulary)) : (known.all[below(known.all.length)] ?? ''))
  const anyWord = known.all.length > 0 ? likeReal : zipfian
  const name = () => capitalised(spelled(vocabulary + ranked(names)))

  const article = (length: number): MadeUpArticle => {
    const topic = Array.from({ length: 12 }, () => spelled(Math.floor(vocabulary ** (0.4 + 0.6 * next()))))
    const people = Array.from({ length: 3 }, () => `${pick(firstNames)} ${name()}`)
    const phrase = (words: number) =>
      Array.from({ length: words }, () => (next() < shares.topic ? pick(topic) : anyWord()))
    const sentence = (words: number): string => {
      const own = phrase(words)
      if (next() < shares.name) own.splice(1 + below(own.length), 0, next() < 0.5 ? pick(people) : name())
      if (next() < shares.figure) own.splice(1 + below(own.length), 0, String(2 + ranked(100_000)), pick(topic))
      if (next() < shares.day) own.push('on', String(1 + below(28)), pick(months), String(2001 + below(24)))
      const text = capitalised(own.join(' '))
      return next() < shares.quotation ? `\u201c${text},\u201d ${pick(cues)} ${pick(people)}.` : `${text}.`
    }
    const paragraph = (): string => {
      const own: string[] = []
      for (let left = paragraphWords - 15 + below(31); left > 0; ) {
        const words = Math.min(left, 8 + below(20))
        own.push(sentence(words))
        left -= words
      }
      return own.join(' ')
    }
    return {
      title: capitalised(phrase(6).join(' ')),
      outlet: `${name()} Times`,
      date: new Date(Date.UTC(2015, 0, 1 + below(3_600))).toISOString().slice(0, 10),
      paragraphs: Array.from({ length }, paragraph),
    }
  }

  for (let left = paragraphs; left > 0; ) {
    const length = Math.min(left, 10 + below(16))
    left -= length
    yield article(length)
  }
}
