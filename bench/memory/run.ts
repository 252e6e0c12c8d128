import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, execPath, exit, stderr } from 'node:process'
import { fileURLToPath } from 'node:url'
import { readQuestionSet } from '../answers/question-set.ts'
import { filesOfSet } from '../answers/set-generation.ts'

// How much memory a process takes that has read the paragraphs of a set as articles, and answered questions on them:
//   npm run bench -- memory FOLDER (with paragraphs.jsonl and questions*.jsonl)

const maxQuestions = 300

/** Some of many, spread evenly. */
function sample<T>(all: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / maxQuestions))
  return all.filter((_, at) => at % step === 0).slice(0, maxQuestions)
}

const folder = argv[2]
if (folder === undefined) {
  stderr.write('usage: npm run bench -- memory FOLDER (with paragraphs.jsonl and questions*.jsonl)\n')
  exit(2)
}
const { paragraphs, answerable } = await readQuestionSet(folder)
const articles = mkdtempSync(join(tmpdir(), 'verbatim-memory-'))
try {
  for (const { file, text } of filesOfSet(paragraphs)) writeFileSync(join(articles, file), text)
  const input = sample(answerable).map(({ question }) => question)
  const asking = fileURLToPath(new URL('./asking.js', import.meta.url))
  const { status } = spawnSync(execPath, [...process.execArgv, asking, articles], {
    input: JSON.stringify(input),
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  process.exitCode = status ?? 1
} finally {
  rmSync(articles, { recursive: true })
}
