import { optionType } from './command.ts'
import { defineCommand } from './define.ts'
import { articleOption } from './options.ts'
import { answerReply } from './reply.ts'

export default defineCommand(
  {
    name: 'ask',
    description: 'Ask a question: the sentences of the articles that answer it, word for word',
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
  async ({ question, article }, { port }) => answerReply(question, await port.ask(question, article)),
)
