import { fixedText } from '../src/messages/fixed-text.ts'
import { optionType } from './support/definition/command.ts'
import { defineCommand } from './support/definition/define-command.ts'
import { articleOption } from './support/definition/options.ts'
import { answerReply, errorReply } from './support/reply/reply.ts'

/** The two articles to compare. On the console, `first` may hold both, separated by a space. */
function twoArticles(first: string, second: string | undefined): readonly [string, string] | null {
  if (second !== undefined) return [first, second]
  const [left, right, ...more] = first.trim().split(/\s+/u)
  return left !== undefined && right !== undefined && more.length === 0 ? [left, right] : null
}

export default defineCommand(
  {
    name: 'compare',
    description: fixedText('command.compare'),
    audience: 'everyone',
    options: [
      {
        type: optionType.string,
        name: 'first',
        description: fixedText('option.first'),
        required: true,
        max_length: articleOption.max_length,
        autocomplete: articleOption.autocomplete,
      },
      {
        type: optionType.string,
        name: 'second',
        description: fixedText('option.second'),
        max_length: articleOption.max_length,
        autocomplete: articleOption.autocomplete,
      },
    ],
  },
  async ({ first, second }, { service }) => {
    const articles = twoArticles(first, second)
    if (articles === null) return errorReply('compare', fixedText('compare.two-articles'))
    const [left, right] = articles
    return answerReply(fixedText('compare.heading', { first: left, second: right }), await service.compare(left, right))
  },
)
