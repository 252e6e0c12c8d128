import type { Command, MessageCommand } from '../../../commands/support/command.ts'
import { errorReply, type Reply } from '../../../commands/support/reply.ts'
import type { Meter } from '../monitoring/meter.ts'
import type { Desk } from './bot-context.ts'

/** Who asks, and in what way. */
export interface Asking {
  readonly by: Parameters<Meter['answered']>[0]
  readonly user: string
  readonly log: Desk['log']
}

const apology = 'Something went wrong inside Verbatim. It has been logged; please try again later.'

/** Makes a reply that is counted. A fault of the program is a reply that says so, and logged. */
export async function runCounted(
  desk: Desk,
  name: string,
  asking: Asking,
  text: unknown,
  run: () => Promise<Reply>,
): Promise<Reply> {
  const begun = performance.now()
  const { log, by, user } = asking
  if (desk.logQuestions) log.info({ command: name, by, user, asked: text }, 'a question')
  const reply = await run().catch((error: unknown) => {
    log.error({ err: error, command: name }, 'a command failed')
    return errorReply(name, apology)
  })
  const seconds = (performance.now() - begun) / 1000
  desk.meter.answered(by, name, reply.status, seconds)
  log.debug({ command: name, by, status: reply.status, seconds }, 'answered')
  return reply
}

/** Runs a command. A fault of the program is a reply that says so, and logged. */
export function runCommand(
  command: Command,
  options: Readonly<Record<string, unknown>>,
  desk: Desk,
  asking: Asking,
): Promise<Reply> {
  const { service, commands } = desk
  return runCounted(desk, command.definition.name, asking, options, () => command.run(options, { service, commands }))
}

/** The same for a command on a message. */
export function runMessageCommand(command: MessageCommand, text: string, desk: Desk, asking: Asking): Promise<Reply> {
  const { service, commands } = desk
  return runCounted(desk, command.name, asking, text, () => command.run(text, { service, commands }))
}

/** The sentence for one who asks too much. */
export function slowDown(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return `That is a lot of questions at once: ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`
}
