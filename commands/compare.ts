import { optionType } from './support/command.ts'
import { defineCommand } from './support/define-command.ts'
import { articleOption } from './support/options.ts'
import { answerReply, errorReply } from './support/reply.ts'

/** The two articles to compare. On the console, `first` may hold both, separated by a space. */
function twoArticles(first: string, second: string | undefined): readonly [string, string] | null {
  if (second !== undefined) return [first, second]
  const [left, right, ...more] = first.trim().split(/\s+/u)
  return left !== undefined && right !== undefined && more.length === 0 ? [left, right] : null
}

export default defineCommand(
  {
    name: 'compare',
    description: 'Two articles: what both report, where they differ, and what only one of them reports',
    audience: 'everyone',
    options: [
      {
        type: optionType.string,
        name: 'first',
        description: 'The first article: its id, or the beginning of it',
        required: true,
        max_length: articleOption.max_length,
        autocomplete: articleOption.autocomplete,
      },
      {
        type: optionType.string,
        name: 'second',
        description: 'The other article',
        max_length: articleOption.max_length,
        autocomplete: articleOption.autocomplete,
      },
    ],
  },
  async ({ first, second }, { service }) => {
    const articles = twoArticles(first, second)
    if (articles === null) return errorReply('compare', '/compare needs two articles: /articles lists their ids.')
    return answerReply(articles.join(' and '), await service.compare(...articles))
  },
)
