import { argv, cpuUsage, resourceUsage, stdout } from 'node:process'
import { readCorpus } from '../../src/corpus/folder/read-folder.ts'
import { parseFile } from '../../src/corpus/parse-file.ts'
import { analyse } from '../../src/language/analysis/analysed-paragraph.ts'
import { readArticle } from '../../src/library/generation/article-reading.ts'
import { buildGeneration } from '../../src/library/generation/generation.ts'
import { openAt } from '../../testkit/library/place.ts'
import type { Phase } from './phases.ts'

// The process that is measured: reads a folder, and prints what that took. With a data folder it reads as the program does, in threads
// and with a snapshot at the end; without one, it reads in this thread, phase by phase.

const [folder = '', dataDir] = argv.slice(2)
const milliseconds: Partial<Record<Phase, number>> = {}

function cpu(): number {
  const { user, system } = cpuUsage()
  return (user + system) / 1000
}

function add(phase: Phase, begun: number): void {
  milliseconds[phase] = (milliseconds[phase] ?? 0) + cpu() - begun
}

function timed<T>(phase: Phase, work: () => T): T {
  const begun = cpu()
  const result = work()
  add(phase, begun)
  return result
}

async function readInPhases(): Promise<number> {
  const begun = cpu()
  const corpus = await readCorpus(folder, {
    async parse(file, bytes) {
      const start = cpu()
      const article = await parseFile(file, bytes)
      add('parsing', start)
      return article
    },
  })
  add('files', begun + (milliseconds.parsing ?? 0))
  const readings = corpus.articles.map((article) => {
    timed('language', () => {
      for (const paragraph of article.paragraphs) void analyse(paragraph).sentences
    })
    const reading = timed('terms', () => readArticle(article))
    timed('statements', () => reading.utterances)
    timed('claims', () => reading.reports)
    return [article, reading] as const
  })
  const generation = timed('index', () => buildGeneration(corpus, 'bench', new Map(readings)))
  timed('grouping', () => [generation.utterances, generation.statements, generation.facts])
  return generation.passages.length
}

const begun = performance.now()
const paragraphs =
  dataDir === undefined ? await readInPhases() : (await openAt({ folder, dataDir })).current.passages.length
const took = performance.now() - begun
stdout.write(JSON.stringify({ paragraphs, took, cpu: cpu(), peakMb: resourceUsage().maxRSS / 1024, milliseconds }))
