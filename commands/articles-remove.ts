import { count } from './support/count.ts'
import { defineCommand } from './support/define-command.ts'
import { articleOption } from './support/options.ts'
import { answerReply, listReply } from './support/reply.ts'

export default defineCommand(
  {
    name: 'articles-remove',
    description: 'For moderators: take an article away; it can be restored',
    audience: 'moderators',
    options: [{ ...articleOption, description: 'The article: its id, or enough of its beginning', required: true }],
  },
  async ({ article: asked }, context) => {
    const found = await context.service.outline(asked)
    if ('status' in found) return answerReply(asked, found)
    const { file, title, date, outlet, paragraphs, quotations } = found.article
    const change = { does: 'remove', file } as const
    if (context.hasButtons !== true) {
      const { changeArticles } = await import('./support/change-articles.ts')
      return changeArticles(change, context)
    }
    const about = [date ?? 'no date', outlet, count(paragraphs, 'paragraph'), count(quotations, 'quotation')]
    return listReply(
      'Remove this article?',
      [{ label: file, text: title, detail: about.filter((part) => part !== null).join(' · ') }],
      {
        note: 'Nobody will find it any more, until /articles-restore brings it back.',
        footer: null,
        data: { article: found.article },
        actions: [
          { label: 'Remove', style: 'danger', change },
          { label: 'Leave it', style: 'plain', change: null },
        ],
      },
    )
  },
)
