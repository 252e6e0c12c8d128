import { createReadStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as z from 'zod'
import { readCorpus } from '../../src/corpus/folder/read-folder.ts'
import { searchedParagraphs } from '../../src/library/generation/article-reading.ts'
import { writeFiles } from '../../testkit/library/place.ts'
import { seededChoices } from '../made-up-words.ts'
import type { ScaleCorpus } from './corpus.ts'
import type { Document } from './rivals/rival.ts'

/** A question with the places (`file#number`) that answer it. */
const askedQuestion = z.object({ question: z.string(), command: z.string(), paragraphIds: z.array(z.string()) })
export type AskedQuestion = z.infer<typeof askedQuestion>

const passageLine = z.object({ key: z.number(), place: z.string(), title: z.string(), text: z.string() })

const passagesFile = (place: string) => join(place, 'passages.jsonl')
const questionsFile = (place: string) => join(place, 'questions.json')
export const articlesIn = (place: string): string => join(place, 'articles')
export const dataIn = (place: string): string => join(place, 'data')
export const rivalIn = (place: string, name: string): string => join(place, 'rivals', name)

/** Writes a corpus into an empty folder: its articles for Verbatim, the paragraphs that can be found for its rivals, and its questions. */
export async function writePlace(place: string, { files, questions }: ScaleCorpus): Promise<number> {
  await mkdir(articlesIn(place))
  await writeFiles(articlesIn(place), files)
  const { articles } = await readCorpus(articlesIn(place))
  const passages = articles.flatMap((article) =>
    searchedParagraphs(article).map(({ number, text }) => ({
      place: `${article.file}#${number}`,
      title: article.title,
      text,
    })),
  )
  await writeFile(passagesFile(place), passages.map((one, key) => `${JSON.stringify({ key, ...one })}\n`).join(''))
  await writeFile(questionsFile(place), JSON.stringify(questions.map((question) => askedQuestion.parse(question))))
  return passages.length
}

/** The paragraphs one by one, so that only those who keep them need memory for them. */
export async function* documentsIn(place: string): AsyncGenerator<Document & { readonly place: string }> {
  for await (const line of createInterface({ input: createReadStream(passagesFile(place)) }))
    yield passageLine.parse(JSON.parse(line))
}

/** All questions in a random order that is always the same, those for a command first. */
export async function questionsIn(place: string, command: string): Promise<readonly AskedQuestion[]> {
  const all = z.array(askedQuestion).parse(JSON.parse(await readFile(questionsFile(place), 'utf8')))
  const { next } = seededChoices(1)
  return all
    .map((question) => ({ question, order: next() + (question.command === command ? 0 : 1) }))
    .sort((a, b) => a.order - b.order)
    .map(({ question }) => question)
}
