import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import * as z from 'zod'
import { articleExtensions } from '../../src/corpus/article/article-extensions.ts'
import { listFiles } from '../../src/corpus/folder/files.ts'
import { readJsonLines, readQuestionSet, type SetQuestion } from '../answers/question-set.ts'
import { filesOfSet } from '../answers/set-generation.ts'

/** A question whose right answer is known. Its `paragraphIds` are `file#number`. */
export interface PlantedQuestion extends SetQuestion {
  /** The command that it suits. */
  readonly command: Command
}

const commands = ['/ask', '/who-said', '/facts'] as const
type Command = (typeof commands)[number]

/** Articles by file name, and questions about them. */
export interface Planted {
  readonly files: Readonly<Record<string, string>>
  readonly questions: readonly PlantedQuestion[]
}

const plantedLine = z.object({
  id: z.string(),
  question: z.string(),
  command: z.enum(commands),
  answerable: z.boolean(),
  answers: z.array(z.object({ file: z.string(), paragraph: z.number(), text: z.string() })),
})

async function readArticles(folder: string): Promise<Planted> {
  const entries = await readdir(folder)
  const root = entries.includes('articles') ? join(folder, 'articles') : folder
  const names = (await listFiles(root, [])).filter((file) => articleExtensions.includes(extname(file).toLowerCase()))
  const files: Record<string, string> = {}
  for (const name of names) files[name.replaceAll('/', '-')] = await readFile(join(root, name), 'utf8')
  const sets = entries.filter((name) => name.startsWith('questions') && name.endsWith('.jsonl')).sort()
  const lines = (await Promise.all(sets.map((name) => readJsonLines(folder, name, plantedLine)))).flat()
  const questions = lines
    .filter(({ answerable }) => answerable)
    .map(({ id, question, command, answers }): PlantedQuestion => {
      const paragraphIds = answers.map(({ file, paragraph }) => `${file.replaceAll('/', '-')}#${paragraph}`)
      return {
        id,
        question,
        command,
        answers: answers.map(({ text }) => text),
        paragraphId: paragraphIds[0] ?? '',
        paragraphIds,
      }
    })
  return { files, questions }
}

async function readSet(folder: string): Promise<Planted> {
  const { paragraphs, answerable } = await readQuestionSet(folder)
  const files = filesOfSet(paragraphs)
  const places = new Map(files.flatMap(({ file, ids }) => ids.map((id, at) => [id, `${file}#${at + 1}`] as const)))
  const placeOf = (id: string) => places.get(id) ?? id
  return {
    files: Object.fromEntries(files.map(({ file, text }) => [file, text])),
    questions: answerable.map((question) => ({
      ...question,
      command: '/ask',
      paragraphId: placeOf(question.paragraphId),
      paragraphIds: question.paragraphIds.map(placeOf),
    })),
  }
}

/**
 * Reads a folder of articles with questions about them: a question set (`paragraphs.jsonl`, `questions*.jsonl`), or article files, in the
 * folder itself or in `articles/`, with `questions*.jsonl` that name files and paragraphs. The questions without an answer are left out.
 */
export async function readPlanted(folder: string): Promise<Planted> {
  return (await readdir(folder)).includes('paragraphs.jsonl') ? readSet(folder) : readArticles(folder)
}
