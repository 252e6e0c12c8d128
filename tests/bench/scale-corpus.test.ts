import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scaleCorpus } from '../../bench/scale/corpus.ts'
import { madeUpParagraphs, vocabularySize } from '../../bench/scale/made-up-paragraphs.ts'
import { generationFrom, makeFolder, seeds } from '../../testkit/articles/articles.ts'

const paragraphsOf = (text: string) => text.split('---\n\n')[1]?.trim().split('\n\n') ?? []
const wordsOf = (texts: readonly string[]) => texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

describe('a corpus of a size', () => {
  test('is the same for the same seed, and another for another seed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 80 }), async (seed, paragraphs) => {
        const made = await scaleCorpus({ paragraphs, seed, questions: 5 })
        expect(await scaleCorpus({ paragraphs, seed, questions: 5 })).toEqual(made)
        const other = await scaleCorpus({ paragraphs, seed: seed + 1, questions: 5 })
        if (paragraphs > 0) expect(other.files).not.toEqual(made.files)
      }),
      { numRuns: 20 },
    )
  })

  test('has as many paragraphs as asked for, in articles of 10 to 25, of about 60 words', async () => {
    const { files } = await scaleCorpus({ paragraphs: 500 })
    const articles = Object.values(files).map(paragraphsOf)
    expect(articles.flat()).toHaveLength(500)
    for (const { length } of articles.slice(0, -1)) expect(length >= 10 && length <= 25).toBe(true)
    const words = wordsOf(articles.flat()).length / 500
    expect(words).toBeGreaterThan(50)
    expect(words).toBeLessThan(75)
  })

  test('has more different words the larger it is, but not in proportion', async () => {
    const sizeOf = async (paragraphs: number) => {
      const { files } = await scaleCorpus({ paragraphs })
      return new Set(wordsOf(Object.values(files))).size
    }
    const [small, large] = [await sizeOf(200), await sizeOf(2_000)]
    expect(large).toBeGreaterThan(2 * small)
    expect(large).toBeLessThan(6 * small)
    expect(vocabularySize(6_000_000)).toBeLessThan(4 * vocabularySize(600_000))
  })

  test('asks for words of one sentence of the paragraph that is the right answer', async () => {
    const { files, questions, isMadeUp } = await scaleCorpus({ paragraphs: 300, questions: 50 })
    expect(isMadeUp).toBe(true)
    expect(questions).toHaveLength(50)
    for (const { paragraphId, paragraphIds, answers, question } of questions) {
      const [file = '', number = ''] = paragraphId.split('#')
      const paragraph = paragraphsOf(files[file] ?? '')[Number(number) - 1] ?? ''
      expect(paragraphIds).toEqual([paragraphId])
      expect(paragraph).toContain(answers[0])
      const shared = wordsOf([question]).filter((word) => wordsOf([answers[0] ?? '']).includes(word))
      expect(shared.length).toBeGreaterThanOrEqual(2)
    }
  })

  test('mixes the articles of folders, unchanged, with words as frequent as theirs', async () => {
    const { files } = await scaleCorpus({ paragraphs: 400, folders: [seeds] })
    const isReal = (file: string) => file.startsWith('seeds-')
    expect(Object.keys(files).filter(isReal)).toHaveLength(5)
    const shareIn = (wanted: (file: string) => boolean) => {
      const words = wordsOf(Object.entries(files).flatMap(([file, text]) => (wanted(file) ? [text] : [])))
      return words.filter((word) => word === 'the').length / words.length
    }
    const [real, made] = [shareIn(isReal), shareIn((file) => !isReal(file))]
    expect(made).toBeGreaterThan(real / 2)
    expect(made).toBeLessThan(real)
  })

  test('takes the questions of a folder, with the paragraphs as the program numbers them', async () => {
    const line = {
      id: 'q',
      question: 'Who met the gull?',
      command: '/ask',
      answerable: true,
      answers: [{ file: 'a.md', paragraph: 2, text: 'Ada met the gull.' }],
    }
    const folder = await makeFolder({
      'articles/a.md': 'It was cold.\n\nAda met the gull.\n',
      'questions-dev.jsonl': `${JSON.stringify(line)}\n${JSON.stringify({ ...line, answerable: false })}\n`,
    })
    try {
      const { files, questions } = await scaleCorpus({ paragraphs: 30, folders: [folder] })
      expect(questions).toHaveLength(1)
      const [asked] = questions
      const { passages } = await generationFrom(files)
      const found = passages.find(
        ({ article, paragraph }) => `${article.file}#${paragraph.number}` === asked?.paragraphId,
      )
      expect(found?.paragraph.text).toBe('Ada met the gull.')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

test('made-up articles need no real text', () => {
  expect([...madeUpParagraphs(25, 1, [])].flatMap(({ paragraphs }) => paragraphs)).toHaveLength(25)
})
