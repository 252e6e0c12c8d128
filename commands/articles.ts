import type { ArticleEntry, ArticleList, ArticleOutline } from '../src/answers/articles/list-articles.ts'
import { count } from './support/count.ts'
import { defineCommand } from './support/define-command.ts'
import { articleOption } from './support/options.ts'
import { errorReply, listReply, type Reply } from './support/reply.ts'

function about({ date, outlet, paragraphs, quotations }: ArticleEntry): string {
  const facts = [date ?? 'no date', outlet, count(paragraphs, 'paragraph'), count(quotations, 'quotation')]
  return facts.filter((fact) => fact !== null).join(' · ')
}

function listOf({ generation, articles, skipped }: ArticleList): Reply {
  const lines = articles.map((entry) => ({ label: entry.shortId, text: entry.title, detail: about(entry) }))
  const left = skipped.map(({ file, code, reason }) => ({
    label: code === 'stale' ? 'not updated' : 'not indexed',
    text: file,
    detail: reason,
  }))
  const notes = [...new Set(left.map(({ label }) => label))].map(
    (label) => `, ${count(left.filter((line) => line.label === label).length, 'file')} ${label}`,
  )
  return listReply('Articles', [...lines, ...left], {
    note: `${count(articles.length, 'article')}${notes.join('')}.`,
    scope: { generation, articles: articles.length },
    data: { articles, skipped },
  })
}

function outlineOf({ generation, article, outline }: ArticleOutline): Reply {
  const lines = outline.map(({ paragraph, kind, opening }) => ({
    label: `¶${paragraph}`,
    text: opening,
    ...(kind !== 'body' && { detail: kind }),
  }))
  return listReply(article.title, lines, {
    note: [article.file, about(article), article.url].filter((part) => part !== null).join(' · '),
    scope: { generation, articles: 1 },
    data: { article, outline },
  })
}

export default defineCommand(
  {
    name: 'articles',
    description: 'The articles that are searched, or the outline of one',
    audience: 'everyone',
    options: [{ ...articleOption, description: 'Show the outline of this article: its id, or the beginning of it' }],
  },
  async ({ article }, { service }) => {
    if (article === undefined) return listOf(await service.articles())
    const outline = await service.outline(article)
    return 'status' in outline ? errorReply(article, outline.message, outline.generation) : outlineOf(outline)
  },
)
