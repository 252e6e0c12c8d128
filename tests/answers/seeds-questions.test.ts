import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Answer, AskAnswer } from '../../src/answers/answer/answer.ts'
import type { Refused } from '../../src/service/answer-service.ts'
import { generationOf, seeds, serviceOn } from '../../testkit/articles/articles.ts'

const questionSchema = z.object({
  id: z.string(),
  question: z.string(),
  command: z.enum(['/ask', '/facts', '/who-said']),
  answerable: z.boolean(),
  answers: z.array(z.object({ file: z.string(), paragraph: z.number(), text: z.string() })),
  speaker: z.string().optional(),
})

const questions = readFileSync(new URL('../fixtures/seeds-questions.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => questionSchema.parse(JSON.parse(line)))

const service = serviceOn(await generationOf(seeds))

const minPartLength = 20

function lookUp(
  command: (typeof questions)[number]['command'],
): (input: string) => Promise<Answer | AskAnswer | Refused> {
  return { '/ask': service.ask, '/facts': service.facts, '/who-said': service.whoSaid }[command]
}

function isRight(answer: Answer | AskAnswer | Refused, { answers, speaker }: (typeof questions)[number]): boolean {
  if (answer.status !== 'answered') return false
  const [first] = answer.items
  if (first === undefined || first.kind === 'metadata') return false
  const { text, citation } = first.snippet
  const cited = [citation, ...first.alsoIn]
  const found = answers.some(
    (gold) =>
      cited.some(({ file, paragraph }) => file === gold.file && paragraph === gold.paragraph) &&
      (text.includes(gold.text) || (gold.text.includes(text) && text.length > minPartLength)),
  )
  return found && (speaker === undefined || (first.kind === 'quotation' && first.statement.speaker?.name === speaker))
}

describe('the questions over the seeds', () => {
  test.each(questions.filter(({ answerable }) => !answerable))(
    '$id, $command "$question", finds nothing',
    async (question) => {
      expect(await lookUp(question.command)(question.question)).toMatchObject({ status: 'nothing-found' })
    },
  )

  test.each(questions.filter(({ command, answerable }) => answerable && command === '/who-said'))(
    '$id, "$question", names its speaker',
    async (question) => {
      expect(isRight(await service.whoSaid(question.question), question)).toBe(true)
    },
  )

  test('at least nine in ten of the other questions get their sentence first', async () => {
    const others = questions.filter(({ command, answerable }) => answerable && command !== '/who-said')
    const right = await Promise.all(
      others.map(async (question) => isRight(await lookUp(question.command)(question.question), question)),
    )
    expect(right.filter(Boolean).length / others.length).toBeGreaterThanOrEqual(0.9)
  })
})
