import type { ArticleEntry, ArticleList, ArticleOutline } from '../src/answers/articles/list-articles.ts'
import { withoutDiacritics } from '../src/language/tokens/normalise.ts'
import { typedId } from '../src/library/generation/article-ids.ts'
import { optionType } from './support/command.ts'
import { count } from './support/count.ts'
import { defineCommand } from './support/define-command.ts'
import { articleOption } from './support/options.ts'
import { errorReply, listReply, type Reply } from './support/reply.ts'

function about({ date, outlet, paragraphs, quotations }: ArticleEntry): string {
  const facts = [date ?? 'no date', outlet, count(paragraphs, 'paragraph'), count(quotations, 'quotation')]
  return facts.filter((fact) => fact !== null).join(' · ')
}

function byAuthor({ generation, articles }: ArticleList, author: string): Reply {
  const asked = withoutDiacritics(author.trim())
  const found = articles.filter(({ authors }) => authors.some((name) => withoutDiacritics(name).includes(asked)))
  if (asked === '' || found.length === 0) {
    return errorReply(author, `No article states an author "${author}": /articles lists the articles.`, generation)
  }
  return listReply(
    `Articles by ${author}`,
    found.map((entry) => ({
      label: typedId(entry.shortId),
      text: entry.title,
      detail: `${entry.author} · ${about(entry)}`,
    })),
    {
      note: `${count(found.length, 'article')} of ${articles.length}.`,
      scope: { generation, articles: articles.length },
      data: { articles: found },
    },
  )
}

function listOf({ generation, articles, skipped, warnings }: ArticleList): Reply {
  const lines = articles.map((entry) => ({ label: typedId(entry.shortId), text: entry.title, detail: about(entry) }))
  const left = skipped.map(({ file, code, reason }) => ({
    label: code === 'stale' ? 'not updated' : 'not indexed',
    text: file,
    detail: reason,
  }))
  const notes = [...new Set(left.map(({ label }) => label))].map(
    (label) => `, ${count(left.filter((line) => line.label === label).length, 'file')} ${label}`,
  )
  const details = warnings.length === 0 ? '' : `, ${count(warnings.length, 'detail')} not used`
  const unused = warnings.map(({ file, key, reason }) => ({
    label: 'not used',
    text: file,
    detail: `"${key}" ${reason}`,
  }))
  return listReply('Articles', [...lines, ...left, ...unused], {
    note: `${count(articles.length, 'article')}${notes.join('')}${details}.`,
    scope: { generation, articles: articles.length },
    data: { articles, skipped, warnings },
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
    options: [
      { ...articleOption, description: 'Show the outline of this article: its id, or the beginning of it' },
      { type: optionType.string, name: 'author', description: 'List the articles by this author', max_length: 100 },
    ],
  },
  async ({ article, author }, { service }) => {
    if (article === undefined) {
      const list = await service.articles()
      return author === undefined ? listOf(list) : byAuthor(list, author)
    }
    const outline = await service.outline(article)
    return 'status' in outline ? errorReply(article, outline.message, outline.generation) : outlineOf(outline)
  },
)
