import { fixedText } from '../src/messages/fixed-text.ts'
import { defineCommand } from './support/definition/define-command.ts'
import { articleOption } from './support/definition/options.ts'
import { errorReply } from './support/reply/reply.ts'
import { articleText } from './support/texts/article-text.ts'

export default defineCommand(
  {
    name: 'articles-remove',
    description: fixedText('command.articles-remove'),
    audience: 'moderators',
    options: [{ ...articleOption, description: fixedText('option.remove'), required: true }],
  },
  async ({ article: typed }, context) => {
    const found = await context.service.outline(typed)
    if ('status' in found) return errorReply(typed, found.message, found.generation)
    const { file, title } = found.article
    const change = { does: 'remove', file } as const
    if (context.hasButtons !== true) {
      const { changeArticles } = await import('./support/articles/change-articles.ts')
      return changeArticles(change, context)
    }
    return {
      kind: 'confirmation',
      heading: fixedText('remove.heading'),
      note: fixedText('remove.note'),
      lines: [{ label: file, text: title, detail: articleText(found.article) }],
      data: { article: found.article },
      actions: [
        { label: fixedText('remove.button'), style: 'danger', does: 'change', change },
        { label: fixedText('moderation.cancel'), style: 'plain', does: 'cancel' },
      ],
    }
  },
)
