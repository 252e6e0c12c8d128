import { basename } from 'node:path'
import { type MadeUpArticle, madeUpParagraphs } from './made-up-paragraphs.ts'
import { type Planted, readPlanted } from './planted-folder.ts'
import { type AskedParagraph, plantedQuestions } from './planted-questions.ts'

/** What a corpus is made of. */
export interface CorpusOptions {
  /** The number of paragraphs. Articles of folders are never left out: folders of more paragraphs are used whole. */
  readonly paragraphs: number
  /** Folders of articles that the made-up ones are mixed with, with or without questions. Default: none. */
  readonly folders?: readonly string[]
  /** Default: 1. */
  readonly seed?: number
  /** The number of made-up questions if the folders have none. Default: 500. */
  readonly questions?: number
}

/** The articles of a corpus by file name, in the order in which the program reads them, and questions with their right answers. */
export interface ScaleCorpus extends Planted {
  /** Whether the questions are about made-up paragraphs. */
  readonly isMadeUp: boolean
}

const defaultQuestions = 500

function fileText({ title, outlet, date, paragraphs }: MadeUpArticle): string {
  return `---\ntitle: ${title}\ndate: ${date}\noutlet: ${outlet}\n---\n\n${paragraphs.join('\n\n')}\n`
}

/** The paragraphs of an article file, roughly: a real one is only counted. */
const countParagraphs = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== '').length

/** What several folders hold, the name of the folder before the name of each file. */
async function readFolders(folders: readonly string[]): Promise<Planted> {
  const all = await Promise.all(
    folders.map(async (folder) => {
      const { files, questions } = await readPlanted(folder)
      const named = (file: string) => `${basename(folder)}-${file}`
      return {
        files: Object.entries(files).map(([file, text]) => [named(file), text] as const),
        questions: questions.map((question) => ({
          ...question,
          paragraphId: named(question.paragraphId),
          paragraphIds: question.paragraphIds.map(named),
        })),
      }
    }),
  )
  return {
    files: Object.fromEntries(all.flatMap(({ files }) => files)),
    questions: all.flatMap(({ questions }) => questions),
  }
}

/**
 * Makes a corpus of a size: the articles of the folders, if there are any, among made-up articles with words as frequent as in them. The
 * same options and folders give the same bytes.
 */
export async function scaleCorpus(options: CorpusOptions): Promise<ScaleCorpus> {
  const { paragraphs, folders = [], seed = 1, questions = defaultQuestions } = options
  const real = await readFolders(folders)
  const realTexts = Object.values(real.files)
  const realCount = realTexts.reduce((sum, text) => sum + countParagraphs(text), 0)
  const made = new Map<string, string>()
  const asked: AskedParagraph[] = []
  for (const article of madeUpParagraphs(Math.max(0, paragraphs - realCount), seed, realTexts)) {
    const file = `made-up-${String(made.size).padStart(6, '0')}.md`
    made.set(file, fileText(article))
    article.paragraphs.forEach((text, at) => {
      asked.push({ file, number: at + 1, text })
    })
  }
  const files = Object.fromEntries([...Object.entries(real.files), ...made].sort(([a], [b]) => (a < b ? -1 : 1)))
  return real.questions.length > 0
    ? { files, questions: real.questions, isMadeUp: false }
    : { files, questions: plantedQuestions(asked, questions, seed + 1), isMadeUp: true }
}
