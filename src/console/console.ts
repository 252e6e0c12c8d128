import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import type { CommandContext } from '../../commands/support/definition/command.ts'
import { outcomeJson } from './json.ts'
import { renderReply } from './render.ts'
import { type Outcome, runLine } from './run-line.ts'

export interface ConsoleOptions {
  readonly context: CommandContext
  readonly output: Writable
  /** Whether to write one JSON object per line instead of text. */
  readonly json: boolean
  /** Whether to colour text. */
  readonly colour: boolean
  readonly onFault: (error: unknown) => void
  /** Called after a moderator command. */
  readonly onModerated?: (outcome: Outcome) => Promise<void>
  /** Called when the answer is ready, before it is written. */
  readonly onAnswer?: () => void
}

/** Writes, and waits for a slow reader. */
async function write(output: Writable, text: string): Promise<void> {
  if (output.write(text)) return
  await new Promise<void>((resolve) => {
    output.once('drain', resolve)
    output.once('close', resolve)
  })
}

/** Answers one line; an empty one is ignored. @returns false if the reply is an error. */
export async function answerLine(
  line: string,
  { context, output, json, colour, onFault, onAnswer, onModerated }: ConsoleOptions,
): Promise<boolean> {
  const startedAt = performance.now()
  if (line.trim() === '') return true
  const outcome = await runLine(line, context, onFault)
  onAnswer?.()
  const command = context.commands.find(({ definition }) => definition.name === outcome.command)
  if (command?.definition.audience === 'moderators') await onModerated?.(outcome)
  await write(
    output,
    json ? `${outcomeJson(outcome, performance.now() - startedAt)}\n` : renderReply(outcome.reply, { colour }),
  )
  return outcome.reply.kind !== 'error'
}

const quit = /^\/(?:quit|exit)\s*$/i

export interface InteractiveOptions extends ConsoleOptions {
  readonly input: Readable
  /** Whether the input is a terminal: then there is a prompt with history, and Ctrl+C cancels a running reindex. */
  readonly terminal: boolean
}

/** Answers line by line until the input ends or says `/quit`. */
export async function runConsole(options: InteractiveOptions): Promise<void> {
  const { input, output, terminal } = options
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, terminal, ...(terminal && { output }) })
  let running: AbortController | null = null
  if (terminal) lines.on('SIGINT', () => (running === null ? lines.close() : running.abort()))
  lines.setPrompt('› ')
  if (terminal) lines.prompt()
  for await (const line of lines) {
    if (quit.test(line)) break
    running = new AbortController()
    await answerLine(line, { ...options, context: { ...options.context, signal: running.signal } })
    running = null
    if (terminal) lines.prompt()
  }
  lines.close()
}
