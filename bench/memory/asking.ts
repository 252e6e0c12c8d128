import { readFileSync } from 'node:fs'
import { argv, memoryUsage, resourceUsage, stdout } from 'node:process'
import { openLibrary } from '../../src/library/library.ts'
import { createAnswerService } from '../../src/service/answer-service.ts'

// The process that is measured: reads the folder that it is given as the program does, answers the questions on standard
// input, and prints what it holds.

const folder = argv[2] ?? 'seeds'
const questions: unknown = JSON.parse(readFileSync(0, 'utf8'))
if (!Array.isArray(questions)) throw new Error('Standard input must hold a JSON array of questions.')

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`
function print(when: string): void {
  const { rss, heapUsed, heapTotal } = memoryUsage()
  const peak = resourceUsage().maxRSS * 1024
  stdout.write(
    `${when.padEnd(24)} ${megabytes(rss)} resident (most so far: ${megabytes(peak)}), heap ${megabytes(heapUsed)} of ${megabytes(heapTotal)}\n`,
  )
}

print('loaded')
const library = await openLibrary({ folder, version: 'bench' })
print(`${library.current.passages.length} paragraphs indexed`)
const service = createAnswerService(library)
for (const question of questions) await service.ask(String(question))
print(`${questions.length} questions asked`)
