import type { Article } from '../../src/corpus/article/article.ts'
import { bareArticle, paragraphsOf } from '../../testkit/articles/article-of.ts'
import { seededRandom } from '../../testkit/random.ts'

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru'.split(' ')
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

/** A made-up word for a number: always the same one, in letters only. */
function wordFor(index: number): string {
  let [rest, word] = [index + syllables.length, '']
  while (rest > 0) {
    word += syllables[rest % syllables.length] ?? ''
    rest = Math.floor(rest / syllables.length)
  }
  return word
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/**
 * Articles of 25 made-up sentences: words as frequent as in a language (Zipf's law, 30,000 words, 3,000 names), a verb of news, a
 * figure in every third; every fifth sentence is an earlier one repeated with a word or its figure changed.
 */
export function madeUpArticles(sentenceCount: number, seed = 1): Article[] {
  const random = seededRandom(seed)
  const zipf = (size: number) => Math.floor(size ** random()) - 1
  const told: string[] = []
  const sentence = (): string => {
    const retold = told[Math.floor(random() * told.length)]
    if (retold !== undefined && random() < retoldShare) {
      const words = retold.split(' ')
      words[2 + Math.floor(random() * (words.length - 3))] = wordFor(zipf(vocabularySize))
      return words.join(' ')
    }
    const words = Array.from({ length: wordsPerSentence }, () =>
      random() < 0.35 ? (small[Math.floor(random() * small.length)] ?? 'the') : wordFor(zipf(vocabularySize)),
    )
    words[0] = capital(wordFor(vocabularySize + zipf(nameCount)))
    words[1] = verbs[Math.floor(random() * verbs.length)] ?? 'said'
    if (random() < 0.33) words[2] = String(10 + Math.floor(random() * 500))
    words[6] = capital(wordFor(vocabularySize + zipf(nameCount)))
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
