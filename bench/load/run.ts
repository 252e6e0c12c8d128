import { argv, exit, stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { terms } from '../../src/language/tokens/terms.ts'
import { startChild } from '../../testkit/discord/bot/child-bot.ts'
import type { Exchange } from '../../testkit/discord/interactions/exchange.ts'
import { asDiscord, type LoopbackDiscord, startDiscord } from '../../testkit/discord/server/server.ts'
import { managerPermissions, ownerUser } from '../../testkit/discord/server/world.ts'
import { inPlace } from '../../testkit/library/place.ts'
import { root } from '../../testkit/program.ts'
import { nodeFlags } from '../node-flags.ts'
import { record, thisRun } from '../results/results.ts'
import { scaleCorpus } from '../scale/corpus.ts'
import { percentile } from '../scale/measured.ts'
import { readBotMetrics } from '../torture/bot-metrics.ts'
import { besideIdle } from '../torture/idle.ts'
import { runNode } from '../torture/run-once.ts'
import { isAnswered, sendEvenly, untilAnswered } from './commands.ts'

// Many commands a second against a bot on a Discord on loopback, with a full reindex in the middle:
//   npm run bench -- load [--paragraphs N] [--per-second N] [--seconds N]

const maxAnswerMs = 500
const maxStallMs = 100
/** A command that is not answered this long after the last one was sent counts as lost. */
const patienceMs = 30_000

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    paragraphs: { type: 'string', default: '10000' },
    'per-second': { type: 'string', default: '100' },
    seconds: { type: 'string', default: '60' },
  },
})
const [paragraphs, perSecond, seconds] = [
  Number(values.paragraphs),
  Number(values['per-second']),
  Number(values.seconds),
]
if (!(paragraphs > 0 && perSecond > 0 && seconds > 0)) {
  stderr.write('usage: npm run bench -- load [--paragraphs N] [--per-second N] [--seconds N]\n')
  exit(2)
}

type Command = readonly [name: string, options: Readonly<Record<string, string>>]

/** The commands that are sent in turn: half of them questions. */
function commandsFor(questions: readonly string[]): readonly Command[] {
  return questions.map((question, at): Command => {
    const words = terms(question).map(({ folded }) => folded)
    if (at % 4 === 1) return ['who-said', { words: words.join(' ') }]
    if (at % 4 === 3) return ['facts', { topic: words.slice(0, 2).join(' ') }]
    return ['ask', { question }]
  })
}

/** Milliseconds from the making of a command to the acknowledgement and to the answer; null if there was none. */
interface Times {
  readonly acknowledged: number | null
  readonly answered: number | null
}

/** What came of a command so far. */
function timesOf(exchange: Exchange): Times {
  const { responses } = exchange
  return {
    acknowledged: responses[0]?.after ?? null,
    answered: isAnswered(exchange) ? (responses.at(-1)?.after ?? null) : null,
  }
}

/** Sends commands evenly. `inTheMiddle` is called after half of them. */
async function load(
  discord: LoopbackDiscord,
  commands: readonly Command[],
  inTheMiddle: () => void,
): Promise<readonly Times[]> {
  const count = perSecond * seconds
  const exchanges = await sendEvenly(count, perSecond, (at) => {
    if (at === count >> 1) inTheMiddle()
    const [name, options] = commands[at % commands.length] ?? ['help', {}]
    return discord.slash(name, options)
  })
  await untilAnswered(discord, exchanges, patienceMs)
  return exchanges.map(timesOf)
}

const { files, questions } = await scaleCorpus({ paragraphs })
await inPlace(files, async ({ folder, dataDir }) => {
  const env = { ARTICLES_DIR: folder, DATA_DIR: dataDir }
  await runNode([root, 'reindex'], env)
  const discord = await startDiscord(asDiscord)
  const bot = await startChild(discord, {
    program: [...nodeFlags('start'), root],
    env: { ...env, RATE_LIMIT: '0', HEALTH_PORT: '0', LOG_LEVEL: 'info' },
  })
  try {
    const commands = commandsFor(questions.map(({ question }) => question))
    for (const [name, options] of commands.slice(0, 20)) await discord.slash(name, options).answered()
    const before = await readBotMetrics(bot)
    const { done: times, idle } = await besideIdle(() =>
      load(discord, commands.slice(20), () =>
        discord.slash('reindex', { full: true }, { user: ownerUser, permissions: managerPermissions }),
      ),
    )
    const after = await readBotMetrics(bot)
    const known = (all: readonly (number | null)[]) => all.filter((ms) => ms !== null)
    const acknowledged = known(times.map((one) => one.acknowledged))
    const answered = known(times.map((one) => one.answered))
    const shown = (all: readonly number[]) =>
      [0.5, 0.99, 1].map((share) => `p${share * 100} ${percentile(all, share).toFixed(0)} ms`).join(', ')
    const reindexed = bot.log().includes('reindexed for')
    stdout.write(
      `${times.length} commands at ${perSecond} a second on ${paragraphs} paragraphs\n` +
        `acknowledged ${acknowledged.length}: ${shown(acknowledged)}\n` +
        `answered     ${answered.length}: ${shown(answered)}\n` +
        `longest stall of the gateway thread ${after.stallMs.toFixed(0)} ms, of an idle process ${idle} ms\n` +
        `CPU time of the bot ${(after.cpuSeconds - before.cpuSeconds).toFixed(1)} s\n` +
        `${reindexed ? 'the reindex is done' : 'the reindex is not done yet: more --seconds show the switch to the new index'}\n`,
    )
    const run = thisRun(['npm run bench -- load', ...argv.slice(2)].join(' '))
    const what = `${perSecond} commands a second for ${seconds} s on ${paragraphs.toLocaleString('en')} paragraphs, with ${reindexed ? 'a whole' : 'part of a'} reindex`
    await record({
      goals: [
        {
          what: `${what}: commands without an acknowledgement`,
          limit: 0,
          measured: times.length - acknowledged.length,
          unit: '',
          run,
        },
        {
          what: `${what}: p99 from command to answer`,
          limit: maxAnswerMs,
          measured: percentile(answered, 0.99),
          unit: ' ms',
          run,
        },
        {
          what: `${what}: longest stall of the gateway thread`,
          limit: maxStallMs,
          measured: after.stallMs,
          unit: ' ms',
          run,
        },
      ],
    })
  } finally {
    await bot.stop()
    await discord.stop()
  }
})
