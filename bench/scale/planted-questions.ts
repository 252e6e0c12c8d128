import { sentences } from '../../src/language/sentences/sentences.ts'
import { terms } from '../../src/language/tokens/terms.ts'
import { seededChoices } from '../made-up-words.ts'
import type { PlantedQuestion } from './planted-folder.ts'

const openings = [
  'What is the',
  'Which was the',
  'Who has the',
  'Why did the',
  'How is the',
  'What about',
  'When will the',
]
const links = ['and', 'of the', 'in', 'with', 'from the', 'to', 'at the', 'for']
const maxWords = 5

/** A paragraph that questions can be about. */
export interface AskedParagraph {
  readonly file: string
  /** Its number in its article, from 1. */
  readonly number: number
  readonly text: string
}

/**
 * Questions about some of the paragraphs: two to five content words of one sentence in their order, with function words before and between
 * them. The sentence is the right answer. The same seed gives the same questions.
 */
export function plantedQuestions(all: readonly AskedParagraph[], count: number, seed: number): PlantedQuestion[] {
  const { below, pick } = seededChoices(seed)
  const questions: PlantedQuestion[] = []
  for (let tries = 0; questions.length < count && tries < 10 * count; tries++) {
    const paragraph = all[below(all.length)]
    if (paragraph === undefined) break
    const own = sentences(paragraph.text)
    const sentence = own[below(own.length)]
    if (sentence === undefined) continue
    const text = paragraph.text.slice(sentence.start, sentence.end)
    const words = [...new Map(terms(text).map((term) => [term.term, text.slice(term.start, term.end)])).values()]
    if (words.length < maxWords) continue
    const wanted = 2 + below(maxWords - 1)
    const places = new Set<number>()
    while (places.size < wanted) places.add(below(words.length))
    const asked = [...places].sort((a, b) => a - b).map((place) => words[place] ?? '')
    const [first = '', ...rest] = asked
    const place = `${paragraph.file}#${paragraph.number}`
    questions.push({
      id: `made-up-${questions.length}`,
      question: `${pick(openings)} ${[first, ...rest.map((word) => `${pick(links)} ${word}`)].join(' ')}?`,
      command: '/ask',
      answers: [text],
      paragraphId: place,
      paragraphIds: [place],
    })
  }
  return questions
}
