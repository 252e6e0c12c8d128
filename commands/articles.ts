import type { ArticleList, ArticleOutline } from '../src/answers/articles/list-articles.ts'
import { withoutDiacritics } from '../src/language/tokens/normalise.ts'
import { typedId } from '../src/library/generation/article-ids.ts'
import { fixedText } from '../src/messages/fixed-text.ts'
import { optionType } from './support/definition/command.ts'
import { defineCommand } from './support/definition/define-command.ts'
import { articleOption } from './support/definition/options.ts'
import { errorReply, listReply, type Reply } from './support/reply/reply.ts'
import { articleText } from './support/texts/article-text.ts'
import { count } from './support/texts/count.ts'

function byAuthor({ generation, articles }: ArticleList, author: string): Reply {
  const asked = withoutDiacritics(author.trim())
  const found = articles.filter(({ authors }) => authors.some((name) => withoutDiacritics(name).includes(asked)))
  if (asked === '' || found.length === 0) {
    return errorReply(author, fixedText('articles.no-author', { author }), generation)
  }
  return listReply(
    fixedText('articles.by', { author }),
    found.map((entry) => ({
      label: typedId(entry.shortId),
      text: entry.title,
      detail: `${entry.author} · ${articleText(entry)}`,
    })),
    {
      note: fixedText('articles.some', { articles: count(found.length, 'article'), total: articles.length }),
      scope: { generation, articles: articles.length },
      data: { articles: found },
    },
  )
}

function listOf({ generation, articles, skipped, warnings }: ArticleList): Reply {
  const lines = articles.map((entry) => ({
    label: typedId(entry.shortId),
    text: entry.title,
    detail: articleText(entry),
  }))
  const left = skipped.map(({ file, code, reason }) => ({
    label: fixedText(code === 'stale' ? 'articles.not-updated' : 'articles.not-indexed'),
    text: file,
    detail: reason,
  }))
  const notUsed = fixedText('articles.not-used')
  const notes = [...new Set(left.map(({ label }) => label))].map((how) =>
    fixedText('articles.left', { what: count(left.filter(({ label }) => label === how).length, 'file'), how }),
  )
  const details =
    warnings.length === 0 ? [] : [fixedText('articles.left', { what: count(warnings.length, 'detail'), how: notUsed })]
  const unused = warnings.map(({ file, key, reason }) => ({
    label: notUsed,
    text: file,
    detail: fixedText('articles.detail', { key, reason }),
  }))
  return listReply(fixedText('articles.heading'), [...lines, ...left, ...unused], {
    note: `${[count(articles.length, 'article'), ...notes, ...details].join(', ')}.`,
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
    note: [article.file, articleText(article), article.url].filter((part) => part !== null).join(' · '),
    scope: { generation, articles: 1 },
    data: { article, outline },
  })
}

export default defineCommand(
  {
    name: 'articles',
    description: fixedText('command.articles'),
    audience: 'everyone',
    options: [
      { ...articleOption, description: fixedText('option.outline') },
      { type: optionType.string, name: 'author', description: fixedText('option.author'), max_length: 100 },
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
