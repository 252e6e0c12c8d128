import type { Logger } from 'pino'
import { changeReply, doesOf, filesText } from '../../../commands/support/articles/change-articles.ts'
import type { AskedGap } from '../../../commands/support/gaps/ask-gaps.ts'
import { replySummary } from '../../../commands/support/reply/reply.ts'
import { count } from '../../../commands/support/texts/count.ts'
import { fixedText, type PlainTextKey } from '../../messages/fixed-text.ts'
import type { AnswerService, ArticleChange, FileChange, ReindexRequest } from '../../service/answer-service.ts'
import type { ServedGeneration } from '../../service/worker-protocol.ts'
import type { OtherReindex } from '../../service/worker-service.ts'
import type { Sender } from '../delivery/interaction-client.ts'
import { apology } from '../delivery/respond-in-time.ts'
import { refusalName } from '../delivery/rest-errors.ts'
import { inline } from '../render/text/inline-text.ts'

/** The end of a reindex. */
export interface ReindexNews extends OtherReindex {
  readonly change?: ArticleChange | undefined
}

const done: Readonly<Record<FileChange['does'] | 'reindex', PlainTextKey>> = {
  add: 'news.add',
  remove: 'news.remove',
  restore: 'news.restore',
  reindex: 'news.reindex',
}
const failed: typeof done = {
  add: 'news.not-add',
  remove: 'news.not-remove',
  restore: 'news.not-restore',
  reindex: 'news.not-reindex',
}

function totalsOf({ generation, articles, paragraphs }: ServedGeneration): string {
  return fixedText('news.totals', {
    generation,
    articles: count(articles, 'article'),
    paragraphs: count(paragraphs, 'paragraph'),
  })
}

/** The end of a reindex as one line of Markdown. */
function newsLine({ by, change, outcome }: ReindexNews, closed: readonly AskedGap[]): string {
  const what = change === undefined ? 'reindex' : doesOf(change)
  const isFailure = 'status' in outcome
  if ('files' in outcome)
    return fixedText('news.by-process', {
      what: fixedText(done.reindex),
      by: inline(by),
      text: inline(totalsOf(outcome)),
    })
  const about = isFailure && change !== undefined ? `${filesText(change)}: ` : ''
  const text = `${about}${replySummary(changeReply(change, outcome, closed))}`
  const heading = fixedText(isFailure ? failed[what] : done[what])
  return fixedText('news.by', { what: heading, by: inline(by), text: inline(text) })
}

export interface LogChannelOptions {
  /** The channel; undefined: none. */
  readonly channelId: string | undefined
  readonly sender: Pick<Sender, 'post'>
  readonly log: Logger
  /** Finds the unanswered questions that files answer now. */
  readonly closedBy: (files: readonly string[]) => Promise<readonly AskedGap[]>
  /** Runs a task that the shutdown waits for. */
  readonly run: (task: () => Promise<void>) => void
}

/**
 * Posts the end of each reindex in a channel, one after another. If a line cannot be posted, it is lost; the first of a series of
 * failures is logged.
 */
export function createLogChannel({
  channelId,
  sender,
  log,
  closedBy,
  run,
}: LogChannelOptions): (news: ReindexNews) => void {
  if (channelId === undefined) return () => undefined
  let before: Promise<void> = Promise.resolve()
  let isFailing = false
  async function post(to: string, news: ReindexNews): Promise<void> {
    const files = 'added' in news.outcome ? [...news.outcome.added, ...news.outcome.changed] : []
    const closed = await closedBy(files).catch(() => [])
    const error = await sender.post(to, { content: newsLine(news, closed) })
    if (error !== null && !isFailing)
      log.warn({ err: error, reason: refusalName(error), channel: to }, 'the log channel cannot be written to')
    isFailing = error !== null
  }
  return (news) =>
    run(() => {
      before = before.then(() => post(channelId, news))
      return before
    })
}

/** A service that announces the end of every reindex. */
export function announcing(service: AnswerService, announce: (news: ReindexNews) => void): AnswerService {
  return {
    ...service,
    async reindex(request: ReindexRequest = {}) {
      const { by = '', change } = request
      try {
        const outcome = await service.reindex(request)
        announce({ by, change, outcome })
        return outcome
      } catch (error) {
        announce({ by, change, outcome: { status: 'error', message: apology, generation: '' } })
        throw error
      }
    },
  }
}
