import type { Snippet } from '../../../src/answers/answer/cited-text.ts'
import type { Item } from '../../../src/answers/answer/item.ts'
import type { GapCall } from '../../../src/library/gaps/gap-record.ts'
import type { Gap } from '../../../src/library/gaps/gap-store.ts'
import type { CommandContext } from '../definition/command.ts'
import { citedFiles, type Reply } from '../reply/reply.ts'

/** A gap, asked again. */
export interface AskedGap {
  readonly gap: Gap
  /** `open`: there is no answer, or only an unsure one. `answered`: a sure answer is found now, and nobody has marked one "Not it". */
  readonly state: 'open' | 'answered'
  /** What is shown first, or else the nearest paragraph. */
  readonly nearest: Snippet | null
  /** The files that the first item cites. */
  readonly files: readonly string[]
}

async function replyTo(
  { command: name, options }: GapCall,
  { service, commands }: CommandContext,
): Promise<Reply | null> {
  const command = commands.find(({ definition }) => definition.name === name)
  return command?.definition.audience === 'everyone' ? command.run(options, { service, commands }) : null
}

function firstItem(reply: Reply | null): Item | undefined {
  if (reply?.kind === 'answer') return reply.items[0]
  return reply?.kind === 'nothing' ? reply.nearest[0] : undefined
}

/** The maximum number of gaps that are asked again at once. */
const maxAsked = 200

/** Asks the first gaps again, of the articles as they are now. */
export async function askGaps(gaps: readonly Gap[], context: CommandContext): Promise<readonly AskedGap[]> {
  const asked: AskedGap[] = []
  for (const gap of gaps.slice(0, maxAsked)) {
    const reply = await replyTo(gap.call, context)
    const item = firstItem(reply)
    const isAnswer = reply?.kind === 'answer' && !reply.unsure
    asked.push({
      gap,
      state: isAnswer && gap.marked === 0 ? 'answered' : 'open',
      nearest: item === undefined || item.kind === 'metadata' ? null : item.snippet,
      files: isAnswer && item !== undefined ? citedFiles(item) : [],
    })
  }
  return asked
}

/** The gaps that these files close: their first answer is from one of them now. */
export async function closedBy(files: readonly string[], context: CommandContext): Promise<readonly AskedGap[]> {
  if (context.gaps === undefined || files.length === 0) return []
  const added = new Set(files)
  const unanswered = (await context.gaps.list()).filter((gap) => gap.unanswered > 0)
  const asked = await askGaps(unanswered, context)
  return asked.filter((gap) => gap.files.some((file) => added.has(file)))
}
