import type { TextItem } from '../../src/answers/answer/item.ts'
import type { Refused } from '../../src/service/answer-service.ts'
import { createAnswerService } from '../../src/service/answer-service.ts'
import { prepareAnswers } from '../../src/service/prepare-answers.ts'
import { openAt } from '../../testkit/library/place.ts'
import { articlesIn, dataIn } from './place.ts'

/** The commands that are measured, by the name in the results, and the command whose questions suit them. */
export const commands = {
  ask: '/ask',
  'who-said': '/who-said',
  facts: '/facts',
  complete: '/facts',
} as const

export type CommandName = keyof typeof commands

/** The letters of a topic that are typed when it is completed. */
const typedLength = 4

interface Shown {
  readonly status: string
  readonly items?: readonly (TextItem | { readonly kind: 'metadata' })[]
  readonly nearest?: readonly TextItem[]
}

/** The places that each item cites, or if nothing was found, those nearest to the question. */
function placesOf(answer: Shown | Refused): readonly (readonly string[])[] {
  if (!('items' in answer || 'nearest' in answer)) return []
  return (answer.items ?? answer.nearest ?? []).flatMap((item) =>
    item.kind === 'metadata'
      ? []
      : [[item.snippet.citation, ...item.alsoIn].map(({ file, paragraph }) => `${file}#${paragraph}`)],
  )
}

/** A command on a stored index. */
export interface OpenedCommand {
  /** What the command shows: for each item the places that it cites. */
  find(question: string): Promise<readonly (readonly string[])[]>
  /** Reads what the bot reads before it answers; the console reads it when it is first needed. */
  prepare(): Promise<void>
}

/** Loads the index that is stored in a place. */
export async function openVerbatim(place: string, name: CommandName): Promise<OpenedCommand> {
  const library = await openAt({ folder: articlesIn(place), dataDir: dataIn(place) }, { begin: 'stored' })
  const service = createAnswerService(library)
  const find: Readonly<Record<CommandName, OpenedCommand['find']>> = {
    ask: async (question) => placesOf(await service.ask(question)),
    'who-said': async (question) => placesOf(await service.whoSaid(question)),
    facts: async (question) => placesOf(await service.facts(question)),
    complete: async (question) => {
      await service.suggest('topic', (question.split(' ').at(-1) ?? '').slice(0, typedLength))
      return []
    },
  }
  return { find: find[name], prepare: () => prepareAnswers(library.current) }
}
