import type { Article } from '../../src/corpus/article/article.ts'
import { bareArticle, paragraphsOf } from '../../testkit/articles/article-of.ts'
import { capitalised, seededChoices, spelled } from '../made-up-words.ts'

const verbs =
  'approved launched killed wounded announced expelled signed bought rejected raised opened closed built sent'.split(
    ' ',
  )
const small = 'the of in a to and for with on from'.split(' ')
const vocabularySize = 30_000
const nameCount = 3_000
const sentencesPerArticle = 25
const retoldShare = 0.2
const wordsPerSentence = 14

/**
 * Articles of 25 made-up sentences: words as frequent as in a language (Zipf's law, 30,000 words, 3,000 names), a verb of news, a
 * figure in every third; every fifth sentence is an earlier one repeated with a word or its figure changed.
 */
export function madeUpArticles(sentenceCount: number, seed = 1): Article[] {
  const { next, below, ranked } = seededChoices(seed)
  const told: string[] = []
  const sentence = (): string => {
    const retold = told[below(told.length)]
    if (retold !== undefined && next() < retoldShare) {
      const words = retold.split(' ')
      words[2 + below(words.length - 3)] = spelled(ranked(vocabularySize))
      return words.join(' ')
    }
    const words = Array.from({ length: wordsPerSentence }, () =>
      next() < 0.35 ? (small[below(small.length)] ?? 'the') : spelled(ranked(vocabularySize)),
    )
    words[0] = capitalised(spelled(vocabularySize + ranked(nameCount)))
    words[1] = verbs[below(verbs.length)] ?? 'said'
    if (next() < 0.33) words[2] = String(10 + below(500))
    words[6] = capitalised(spelled(vocabularySize + ranked(nameCount)))
    return `${words.join(' ')}.`
  }
  return Array.from({ length: Math.ceil(sentenceCount / sentencesPerArticle) }, (_, at) => {
    const texts = Array.from({ length: sentencesPerArticle }, () => {
      const text = sentence()
      told.push(text)
      return text
    })
    const date = new Date(Date.UTC(2024, 0, 1 + (at % 300))).toISOString().slice(0, 10)
    return bareArticle(`made-up-${at}`, paragraphsOf(texts), { date })
  })
}
