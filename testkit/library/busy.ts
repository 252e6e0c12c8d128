import { isDeepStrictEqual } from 'node:util'
import { readCorpus } from '../../src/corpus/folder/read-folder.ts'
import { buildGeneration } from '../../src/library/generation/generation.ts'
import type { AnswerService, ReindexReport } from '../../src/service/answer-service.ts'
import { serviceOn } from '../articles/articles.ts'
import { inPlace, type Place, version, writeFiles } from './place.ts'

const office = 'the harbour office said'
/** What is asked, in turn; all of it depends on the round, or on the articles that stay. */
const questions: readonly ((service: AnswerService) => Promise<unknown>)[] = [
  (service) => service.facts('ferries in Elmport'),
  (service) => service.ask('How many ferries are there in Elmport?'),
  (service) => service.whoSaid('we counted the ferries in Elmport'),
  (service) => service.articles(),
]

/** The articles of a round. */
function articlesOf(round: number): Readonly<Record<string, string>> {
  return {
    'count.txt': `The number of ferries in Elmport is ${round}, ${office}.\n\n“We counted the ferries in Elmport in round ${round},” Ines Okafor said.\n`,
    [`round-${round % 3}.txt`]: `In round ${round} the council of Elmport voted on ${round + 7} ferries.\n`,
  }
}

/** Articles that stay the same, in so many paragraphs. */
export function standing(paragraphs: number): Readonly<Record<string, string>> {
  const lines = Array.from(
    { length: paragraphs },
    (_, at) => `In year ${1900 + at} the keeper of pier ${at % 17} counted ${at * 3} gulls and ${at % 40} boats.`,
  )
  return { 'gulls.txt': `${lines.join('\n\n')}\n` }
}

interface Asked {
  readonly question: number
  readonly answer: unknown
}

/** What became of questions that were asked while one reindex followed another. */
export interface Busy {
  readonly asked: number
  readonly lost: number
  /** Answers that are not, in every part, what the generation named in them answers alone. */
  readonly mixed: readonly unknown[]
  /** How many generations answered. */
  readonly generations: number
  readonly reindexes: number
}

function generationIn(answer: unknown): string {
  const isNamed = typeof answer === 'object' && answer !== null && 'generation' in answer
  return isNamed && typeof answer.generation === 'string' ? answer.generation : 'none'
}

/** What each generation answers alone, by its id, for all rounds. */
async function alone(
  stays: Readonly<Record<string, string>>,
  rounds: number,
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  return inPlace(stays, async ({ folder }) => {
    const answers = new Map<string, readonly unknown[]>()
    for (let round = 0; round <= rounds; round++) {
      await writeFiles(folder, articlesOf(round))
      const current = buildGeneration(await readCorpus(folder), version)
      const service = serviceOn(current)
      answers.set(current.id, await Promise.all(questions.map((ask) => ask(service))))
    }
    return answers
  })
}

/**
 * Reindexes a place so many times back to back, each time with other articles, and asks a question before the first, whenever one says
 * how far it is, and after each. The place's articles must be `standing` ones and those of round 0 (`beginRounds`).
 */
export async function askWhileReindexing(
  { folder }: Place,
  service: AnswerService,
  { stays, rounds }: { readonly stays: Readonly<Record<string, string>>; readonly rounds: number },
): Promise<Busy> {
  const asked: Promise<Asked | null>[] = []
  const askNext = () => {
    const question = asked.length % questions.length
    const ask = questions[question]
    if (ask)
      asked.push(
        ask(service).then(
          (answer) => ({ question, answer }),
          () => null,
        ),
      )
  }
  let reindexes = 0
  askNext()
  for (let round = 1; round <= rounds; round++) {
    await writeFiles(folder, articlesOf(round))
    const report: ReindexReport | object = await service.reindex({ by: 'a test', onProgress: askNext })
    if ('after' in report) reindexes++
    askNext()
  }
  const answers = (await Promise.all(asked)).filter((one) => one !== null)
  const right = await alone(stays, rounds)
  const mixed = answers.filter(
    ({ question, answer }) => !isDeepStrictEqual(answer, right.get(generationIn(answer))?.[question]),
  )
  return {
    asked: asked.length,
    lost: asked.length - answers.length,
    mixed: mixed.map(({ answer }) => answer),
    generations: new Set(answers.map(({ answer }) => generationIn(answer))).size,
    reindexes,
  }
}

/** Writes the articles of round 0. */
export function beginRounds({ folder }: Place): Promise<void> {
  return writeFiles(folder, articlesOf(0))
}
