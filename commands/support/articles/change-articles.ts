import { fileChanges } from '../../../src/library/changes/changes.ts'
import { fixedText } from '../../../src/messages/fixed-text.ts'
import type {
  ArticleChange,
  FileChange,
  Refused,
  ReindexReport,
  ReindexRequest,
} from '../../../src/service/answer-service.ts'
import type { ModeratorContext } from '../definition/command.ts'
import { type AskedGap, closedBy } from '../gaps/ask-gaps.ts'
import type { Reply } from '../reply/reply.ts'
import { reindexReply } from './reindex-reply.ts'

const texts = {
  add: { heading: 'change.added', lead: 'change.was-added' },
  remove: { heading: 'change.removed', lead: 'change.was-removed' },
  restore: { heading: 'change.restored', lead: 'change.was-restored' },
} as const satisfies Readonly<Record<FileChange['does'], unknown>>

/** The files that a change is about: "a.txt, b.txt and c.txt". */
export function filesText(change: ArticleChange): string {
  const files = fileChanges(change).map(({ file }) => file)
  const [last, others] = [files.at(-1) ?? '', files.slice(0, -1)]
  return others.length === 0 ? last : fixedText('change.files', { files: others.join(', '), last })
}

/** What is done to the files of a change; changes of several files all do the same. */
export function doesOf(change: ArticleChange): FileChange['does'] {
  return fileChanges(change)[0]?.does ?? 'add'
}

function leadOf(change: ArticleChange): string {
  return fixedText(texts[doesOf(change)].lead, { count: fileChanges(change).length, files: filesText(change) })
}

function headingOf(change: ArticleChange): string {
  return fixedText(texts[doesOf(change)].heading, { count: fileChanges(change).length })
}

/** The outcome of a change of the articles; without a change, of a reindex. */
export function changeReply(
  change: ArticleChange | undefined,
  outcome: ReindexReport | Refused,
  closed: readonly AskedGap[] = [],
): Reply {
  return change === undefined
    ? reindexReply(fixedText('reindex.heading'), null, outcome, closed)
    : reindexReply(headingOf(change), leadOf(change), outcome, closed)
}

/** Reindexes, after a change of the articles if there is one, and reports the outcome with the questions that it answers. */
export async function reindexAndReport(
  { change, full }: Pick<ReindexRequest, 'change' | 'full'>,
  context: ModeratorContext,
): Promise<Reply> {
  const { service, by, report, signal } = context
  const outcome = await service.reindex({ change, full, by, onProgress: report, signal })
  const files = 'status' in outcome ? [] : [...outcome.added, ...outcome.changed]
  return changeReply(change, outcome, await closedBy(files, context))
}

/** Changes the articles and reports the outcome. */
export function changeArticles(change: ArticleChange, context: ModeratorContext): Promise<Reply> {
  return reindexAndReport({ change }, context)
}
