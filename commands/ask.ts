import { optionType } from './support/command.ts'
import { defineCommand } from './support/define-command.ts'
import { articleOption } from './support/options.ts'
import { answerReply } from './support/reply.ts'

export default defineCommand(
  {
    name: 'ask',
    description: 'Ask a question: the sentences of the articles that answer it, word for word',
    audience: 'everyone',
    options: [
      {
        type: optionType.string,
        name: 'question',
        description: 'Your question, in your own words',
        required: true,
        max_length: 300,
      },
      articleOption,
    ],
  },
  async ({ question, article }, { service }) => answerReply(question, await service.ask(question, article)),
)
