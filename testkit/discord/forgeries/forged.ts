import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stateOf } from '../../library/state-of.ts'
import type { Exchange } from '../interactions/exchange.ts'
import { finished } from '../interactions/finished.ts'
import { isPrivate, type Message } from '../messages/messages.ts'
import type { LoopbackDiscord } from '../server/server.ts'
import { editorsRole, testGuildId } from '../server/world.ts'
import { type Forgery, forgeries, moderator, type QuestionName } from './forgeries.ts'

/** The settings under which the forgeries are without rights. */
export const forgeryEnv = { MODERATION_GUILD_IDS: testGuildId, MODERATOR_ROLE_IDS: editorsRole.id, RATE_LIMIT: '0' }

/** The articles that they are tried on. */
export const forgeryArticles: Readonly<Record<string, string>> = {
  'garden.txt': 'The botanical garden opened a new palm house in May.\n\nEntry costs 9 euros, the garden said.\n',
  'harbour.txt': 'The harbour has 12 boats, the mayor said.\n',
}

const zoo = 'The zoo bought 3 elephants in June, its keeper said.\n'

/** What forgeries came to. */
export interface ForgedOutcome {
  readonly tried: number
  /** Those after which the articles, or what is kept, were not as before. */
  readonly changed: readonly string[]
  /** Those that were answered where others read it, or with anything but one sentence. */
  readonly badReplies: readonly string[]
  /** How many of them the audit log names as refused. */
  readonly refused: number
  /** Whether what they tried works for the one who may: the control. */
  readonly worksForTheRightOne: boolean
}

interface Stage {
  readonly discord: LoopbackDiscord
  /** The folder of articles, and the data folder of a bot that is online with `forgeryEnv`. */
  readonly folder: string
  readonly dataDir: string
}

async function stateOn({ folder, dataDir }: Stage): Promise<string> {
  const [articles, { 'audit.log': _, ...kept }] = await Promise.all([stateOf(folder), stateOf(dataDir)])
  return JSON.stringify([articles, kept])
}

function idOf(message: Message, at: 0 | 1): string {
  return String(message.components[0]?.components[at]?.custom_id)
}

/** Puts the questions to the moderator. */
async function ask({ discord }: Stage): Promise<Readonly<Record<QuestionName, Message>>> {
  const remove = () => discord.slash('articles-remove', { article: 'garden' }, moderator).answered()
  const answered = await remove()
  await discord.pressCustomId(answered, idOf(answered, 1), moderator).answered()
  const file = discord.attach('zoo.txt', zoo)
  return {
    answered,
    remove: await remove(),
    add: await finished(discord, discord.slash('articles-add', { file }, moderator)),
  }
}

function attempt(forgery: Forgery, questions: Readonly<Record<QuestionName, Message>>, { discord }: Stage): Exchange {
  if (forgery.does === 'command') {
    const { file, ...options } = forgery.options
    const attached = file === undefined ? {} : { file: discord.attach(String(file), zoo) }
    return discord.slash(forgery.command, { ...options, ...attached }, forgery.who)
  }
  const question = questions[forgery.question]
  const real = idOf(question, forgery.does === 'press' && forgery.label === 'second' ? 1 : 0)
  const id = forgery.does === 'press' ? real : forgery.id(real.split(':')[1] ?? '')
  return discord.pressCustomId(question, id, forgery.who)
}

async function refusedIn(dataDir: string): Promise<number> {
  const lines = (await readFile(join(dataDir, 'audit.log'), 'utf8')).trim().split('\n')
  return lines.filter((line) => line.includes('"allowed":false')).length
}

/** Tries `count` forgeries on a bot, and looks after each whether anything is different. */
export async function tryForgeries(stage: Stage, count: number, seed: number): Promise<ForgedOutcome> {
  const { discord, dataDir } = stage
  // Until something is kept, the bot itself reindexes: from now on nothing moves.
  await finished(discord, discord.slash('reindex', {}, moderator))
  const questions = await ask(stage)
  let before = await stateOn(stage)
  const [changed, badReplies]: [string[], string[]] = [[], []]
  for (const forgery of forgeries(count, seed)) {
    const answer = await attempt(forgery, questions, stage).answered()
    const now = await stateOn(stage)
    if (now !== before) changed.push(forgery.name)
    before = now
    if (!isPrivate(answer) || !/^[^\n]+\.$/.test(answer.content) || answer.embeds.length > 0)
      badReplies.push(forgery.name)
  }
  const refused = await refusedIn(dataDir)
  await finished(discord, discord.pressCustomId(questions.add, idOf(questions.add, 0), moderator))
  const added = await stateOn(stage)
  await finished(discord, discord.pressCustomId(questions.remove, idOf(questions.remove, 0), moderator))
  const removed = await stateOn(stage)
  return {
    tried: count,
    changed,
    badReplies,
    refused,
    worksForTheRightOne: new Set([before, added, removed]).size === 3,
  }
}
