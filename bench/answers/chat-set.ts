import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { readIntent } from '../../src/answers/ask/intent/read-intent.ts'
import type { Article } from '../../src/corpus/article/article.ts'
import { parseFile } from '../../src/corpus/parse-file.ts'
import { buildGeneration } from '../../src/library/generation/generation.ts'
import type { SetQuestion } from './question-set.ts'
import type { SetGeneration } from './set-generation.ts'

const line = z.object({
  id: z.string(),
  question: z.string(),
  command: z.string(),
  answerable: z.boolean(),
  answers: z.array(z.object({ file: z.string(), paragraph: z.number(), text: z.string() })),
})

/** Questions typed as in a chat, with the articles that they are about. */
export interface ChatSet {
  readonly made: SetGeneration
  readonly answerable: readonly SetQuestion[]
  readonly unanswerable: readonly SetQuestion[]
  /** The event that each question is about, by `paragraphId`. */
  readonly events: ReadonlyMap<string, string>
}

/** The event of an article: the end of its file's name ("01-amw-cup.txt" is about the cup). */
const eventOf = (file: string): string => /-([a-z0-9]+)\.\w+$/.exec(file)?.[1] ?? file

async function generationOfArticles(articles: readonly Article[]): Promise<SetGeneration> {
  const paragraphIds = new Map(
    articles.flatMap(({ file, paragraphs }) =>
      paragraphs.map(({ number }) => [`${file}#${number}`, `${file}#${number}`] as const),
    ),
  )
  return { generation: buildGeneration({ articles, skipped: [] }, 'bench'), paragraphIds }
}

/**
 * Reads a folder with `articles/` and `questions.jsonl`: the questions to `/ask` that go the general way, asked of all articles, and once
 * more of the articles on their event alone, a small folder. A question without an answer is about the event of the question before it.
 */
export async function readChatSets(folder: string): Promise<readonly ChatSet[]> {
  const files = (await readdir(join(folder, 'articles'))).sort()
  const articles = await Promise.all(
    files.map(async (file) => parseFile(file, await readFile(join(folder, 'articles', file)))),
  )
  const rows = (await readFile(join(folder, 'questions.jsonl'), 'utf8'))
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => line.parse(JSON.parse(row)))
  let event = eventOf(files[0] ?? '')
  const asked = rows.flatMap(({ id, question, command, answerable, answers }) => {
    event = answers[0] === undefined ? event : eventOf(answers[0].file)
    const intent = readIntent(question)
    if (command !== '/ask' || intent.kind !== 'question') return []
    const ids = answers.map(({ file, paragraph }) => `${file}#${paragraph}`)
    const texts = answers.map(({ text }) => text)
    const made = {
      id,
      question: intent.text,
      answers: texts,
      paragraphId: ids[0] ?? `${event} ${id}`,
      paragraphIds: ids,
    }
    return [{ event, answerable, question: made }]
  })
  const events = new Map(asked.map(({ question, event: own }) => [question.paragraphId, `${folder} ${own}`]))
  const setOf = async (own: readonly Article[], some: typeof asked): Promise<ChatSet> => ({
    made: await generationOfArticles(own),
    answerable: some.flatMap(({ answerable, question }) => (answerable ? [question] : [])),
    unanswerable: some.flatMap(({ answerable, question }) => (answerable ? [] : [question])),
    events,
  })
  const names = [...new Set(asked.map(({ event: own }) => own))]
  return Promise.all([
    setOf(articles, asked),
    ...names.map((name) =>
      setOf(
        articles.filter(({ file }) => eventOf(file) === name),
        asked.filter(({ event: own }) => own === name),
      ),
    ),
  ])
}
