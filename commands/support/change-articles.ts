import { fileChanges } from '../../src/library/changes/changes.ts'
import type {
  ArticleChange,
  FileChange,
  Refused,
  ReindexReport,
  ReindexRequest,
} from '../../src/service/answer-service.ts'
import { type AskedGap, closedBy } from './ask-gaps.ts'
import type { ModeratorContext } from './command.ts'
import { reindexReply } from './reindex-reply.ts'
import type { Reply } from './reply.ts'

const headings: Readonly<Record<FileChange['does'], { readonly one: string; readonly several: string }>> = {
  add: { one: 'Article added', several: 'Articles added' },
  remove: { one: 'Article removed', several: 'Articles removed' },
  restore: { one: 'Article restored', several: 'Articles restored' },
}

/** The files that a change is about: "a.txt, b.txt and c.txt". */
export function filesText(change: ArticleChange): string {
  const files = fileChanges(change).map(({ file }) => file)
  return files.length < 2 ? files.join() : `${files.slice(0, -1).join(', ')} and ${files.at(-1)}`
}

/** What is done to the files of a change; changes of several files all do the same. */
export function doesOf(change: ArticleChange): FileChange['does'] {
  return fileChanges(change)[0]?.does ?? 'add'
}

function leadOf(change: ArticleChange): string {
  const does = doesOf(change)
  const [isOne, files] = [fileChanges(change).length === 1, filesText(change)]
  const were = `${files} ${isOne ? 'was' : 'were'}`
  if (does === 'remove') return `${were} removed; /articles-restore brings ${isOne ? 'it' : 'them'} back.`
  return does === 'add' ? `${were} added to the articles.` : `${were} restored to the articles.`
}

function headingOf(change: ArticleChange): string {
  const { one, several } = headings[doesOf(change)]
  return fileChanges(change).length === 1 ? one : several
}

/** The outcome of a change of the articles; without a change, of a reindex. */
export function changeReply(
  change: ArticleChange | undefined,
  outcome: ReindexReport | Refused,
  closed: readonly AskedGap[] = [],
): Reply {
  return change === undefined
    ? reindexReply('Reindex', null, outcome, closed)
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
