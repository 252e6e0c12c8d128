import { count } from './support/count.ts'
import { defineCommand } from './support/define-command.ts'
import { articleOption } from './support/options.ts'
import { errorReply } from './support/reply.ts'

export default defineCommand(
  {
    name: 'articles-remove',
    description: 'For moderators: remove an article; it can be restored',
    audience: 'moderators',
    options: [{ ...articleOption, description: 'The article: its id, or the beginning of it', required: true }],
  },
  async ({ article: typed }, context) => {
    const found = await context.service.outline(typed)
    if ('status' in found) return errorReply(typed, found.message, found.generation)
    const { file, title, date, outlet, paragraphs, quotations } = found.article
    const change = { does: 'remove', file } as const
    if (context.hasButtons !== true) {
      const { changeArticles } = await import('./support/change-articles.ts')
      return changeArticles(change, context)
    }
    const about = [date ?? 'no date', outlet, count(paragraphs, 'paragraph'), count(quotations, 'quotation')]
    return {
      kind: 'confirmation',
      heading: 'Remove this article?',
      note: 'It will no longer appear in answers. /articles-restore brings it back.',
      lines: [{ label: file, text: title, detail: about.filter((part) => part !== null).join(' · ') }],
      data: { article: found.article },
      actions: [
        { label: 'Remove', style: 'danger', does: 'change', change },
        { label: 'Cancel', style: 'plain', does: 'cancel' },
      ],
    }
  },
)
