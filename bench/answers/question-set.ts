import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

const paragraphLine = z.object({
  id: z.string(),
  docId: z.string(),
  docTitle: z.string(),
  n: z.number(),
  text: z.string(),
})
const questionLine = z.object({
  id: z.string(),
  question: z.string(),
  answers: z.array(z.string()),
  paragraphId: z.string(),
  paragraphIds: z.array(z.string()),
})

/** A paragraph of a question set. */
export type SetParagraph = z.infer<typeof paragraphLine>

/** A question of a set with the strings that answer it and the paragraphs that hold one. */
export type SetQuestion = z.infer<typeof questionLine>

/** The paragraphs and questions of a folder. */
export interface QuestionSet {
  readonly paragraphs: readonly SetParagraph[]
  readonly answerable: readonly SetQuestion[]
  readonly unanswerable: readonly SetQuestion[]
}

/** The lines of a file of JSON lines. */
export async function readJsonLines<Line>(
  folder: string,
  file: string,
  line: z.ZodType<Line>,
): Promise<readonly Line[]> {
  const text = await readFile(join(folder, file), 'utf8')
  return text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => line.parse(JSON.parse(row)))
}

/** Reads `paragraphs.jsonl`, `questions*.jsonl` and `unanswerable*.jsonl` of a folder, the files in the order of their names. */
export async function readQuestionSet(folder: string): Promise<QuestionSet> {
  const files = (await readdir(folder)).sort()
  const read = async (prefix: string) => {
    const named = files.filter((file) => file.startsWith(prefix) && file.endsWith('.jsonl'))
    return (await Promise.all(named.map((file) => readJsonLines(folder, file, questionLine)))).flat()
  }
  return {
    paragraphs: await readJsonLines(folder, 'paragraphs.jsonl', paragraphLine),
    answerable: await read('questions'),
    unanswerable: await read('unanswerable'),
  }
}

/** The document of each paragraph. */
export function documentsOf({ paragraphs }: QuestionSet): ReadonlyMap<string, string> {
  return new Map(paragraphs.map(({ id, docId }) => [id, docId]))
}

/**
 * Reads a folder, without the questions about documents that the questions of another folder are about: those that
 * weights trained on the other have seen.
 */
export async function readUnseen(folder: string, trainedOn: string | undefined): Promise<QuestionSet> {
  const set = await readQuestionSet(folder)
  if (trainedOn === undefined) return set
  const trained = await readQuestionSet(trainedOn)
  const trainedDocuments = documentsOf(trained)
  const seen = new Set(trained.answerable.map(({ paragraphId }) => trainedDocuments.get(paragraphId)))
  const documents = documentsOf(set)
  const unseen = ({ paragraphId }: SetQuestion) => !seen.has(documents.get(paragraphId))
  return { ...set, answerable: set.answerable.filter(unseen), unanswerable: set.unanswerable.filter(unseen) }
}
