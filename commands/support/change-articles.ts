import type { ArticleChange, Refused, ReindexReport } from '../../src/service/answer-service.ts'
import type { ModeratorContext } from './command.ts'
import { reindexReply } from './reindex-reply.ts'
import type { Reply } from './reply.ts'

const headings: Readonly<Record<ArticleChange['does'], string>> = {
  add: 'Article added',
  remove: 'Article removed',
  restore: 'Article restored',
}

function leadOf({ does, file }: ArticleChange): string {
  if (does === 'remove') return `${file} was removed; /articles-restore brings it back.`
  return does === 'add' ? `${file} was added to the articles.` : `${file} was restored to the articles.`
}

/** The outcome of a change of the articles; without a change, of a reindex. */
export function changeReply(change: ArticleChange | undefined, outcome: ReindexReport | Refused): Reply {
  return change === undefined
    ? reindexReply('Reindex', null, outcome)
    : reindexReply(headings[change.does], leadOf(change), outcome)
}

/** Changes the articles and reports the outcome. */
export async function changeArticles(
  change: ArticleChange,
  { service, by, report, signal }: ModeratorContext,
): Promise<Reply> {
  return changeReply(change, await service.reindex({ change, by, onProgress: report, signal }))
}
