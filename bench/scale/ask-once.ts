import { argv, memoryUsage, stdout } from 'node:process'
import { terms } from '../../src/language/tokens/terms.ts'
import { hostileQuestions } from './hostile.ts'
import { type Asked, cpuMs, mebibytes, percentile } from './measured.ts'
import { type AskedQuestion, documentsIn, questionsIn, rivalIn } from './place.ts'
import type { Document } from './rivals/rival.ts'
import { rivals } from './rivals/rivals.ts'
import { type CommandName, commands, type OpenedCommand, openVerbatim } from './verbatim.ts'

// A process that loads the index of a place with one engine, asks it, and prints what that took: node ask-once.js ENGINE PLACE

/** Questions that warm the engine; they are not among those that are measured. */
const warmUps = 60
const maxQuestions = 400
/** A slow engine is asked no further after so many milliseconds, but at least `minQuestions`. */
const patienceMs = 120_000
const minQuestions = 40
const limit = 10

const [engine = '', place = ''] = argv.slice(2)

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)

/** An engine, with the texts that its user keeps. */
interface Opened extends OpenedCommand {
  readonly texts: readonly Document[]
}

/** Opens a rival with the texts that its user keeps. Its results are keys; `places` are known after the measurement only. */
async function openRival(name: string): Promise<Opened> {
  const rival = rivals[name]?.(rivalIn(place, name))
  if (rival === undefined) throw new Error(`no engine is called ${name}`)
  await rival.load()
  const texts: Document[] = []
  if (!rival.storesTexts) for await (const { key, title, text } of documentsIn(place)) texts.push({ key, title, text })
  return {
    find: async (question) => (await rival.search(question, limit)).map((key) => [String(key)]),
    prepare: async () => undefined,
    texts,
  }
}

const command = isCommand(engine) ? commands[engine] : '/ask'
const all = await questionsIn(place, command)
const measured = all.slice(0, Math.min(maxQuestions, Math.ceil(all.length * 0.8)))
const warming = all.slice(measured.length, measured.length + warmUps)

/** What is typed. A topic is two words; only a question that is for the command is typed as it is. */
function typed(question: AskedQuestion): string {
  if (question.command === command || command !== '/facts') return question.question
  const topic = terms(question.question).slice(0, 2)
  return topic.length === 0 ? question.question : topic.map(({ folded }) => folded).join(' ')
}

const begun = cpuMs()
const opened: Opened = isCommand(engine)
  ? { ...(await openVerbatim(place, engine)), texts: [] }
  : await openRival(engine)
const { find } = opened
await find(warming[0] === undefined ? '' : typed(warming[0]))
const loadMs = cpuMs() - begun
await opened.prepare()

const deadline = cpuMs() + patienceMs
for (const question of warming) if (cpuMs() < deadline - patienceMs * 0.75) await find(typed(question))
const times: number[] = []
const found: (readonly (readonly string[])[])[] = []
for (const question of measured) {
  if (times.length >= minQuestions && cpuMs() > deadline) break
  const start = cpuMs()
  const places = await find(typed(question))
  times.push(cpuMs() - start)
  found.push(places)
}
/** The time of each hostile question is the lower of two: the first may load or compile something. */
async function slowestHostile(): Promise<number> {
  const slowest: number[] = []
  for (const question of hostileQuestions()) {
    const twice: number[] = []
    for (let round = 0; round < 2; round++) {
      const start = cpuMs()
      await find(question)
      twice.push(cpuMs() - start)
    }
    slowest.push(Math.min(...twice))
  }
  return Math.max(...slowest)
}

// Asked before a collection is forced, which also discards compiled code: a bot in use keeps that.
const hostileMs = isCommand(engine) ? await slowestHostile() : null
globalThis.gc?.()
const restMb = mebibytes(memoryUsage().rss)

/** Results that are keys, as places. */
async function asPlaces(): Promise<readonly (readonly (readonly string[])[])[]> {
  if (isCommand(engine)) return found
  const places: string[] = []
  for await (const document of documentsIn(place)) places.push(document.place)
  return found.map((results) => results.map((keys) => keys.map((key) => places[Number(key)] ?? '')))
}

const places = await asPlaces()
function percentFound(first: number): number | null {
  const known = measured.slice(0, times.length).filter((question) => question.command === command)
  if (engine === 'complete' || known.length === 0) return null
  // The questions for the command come first.
  const isFound = ({ paragraphIds }: AskedQuestion, at: number) =>
    places[at]?.slice(0, first).some((cited) => cited.some((one) => paragraphIds.includes(one))) === true
  return (100 * known.filter(isFound).length) / known.length
}

const result: Asked = {
  loadMs,
  restMb,
  questions: times.length,
  p50Ms: percentile(times, 0.5),
  p99Ms: percentile(times, 0.99),
  hostileMs,
  r1: percentFound(1),
  r10: percentFound(limit),
}
// The texts stay in memory until here.
stdout.write(JSON.stringify(opened.texts.length >= 0 ? result : null))
