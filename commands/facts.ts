import { optionType } from './command.ts'
import { defineCommand } from './define.ts'
import { articleOption } from './options.ts'
import { answerReply } from './reply.ts'

export default defineCommand(
  {
    name: 'facts',
    description: 'What the articles report on a topic, each fact once with every article that has it',
    options: [
      {
        type: optionType.string,
        name: 'topic',
        description: 'A name or a few words',
        required: true,
        autocomplete: true,
        max_length: 300,
      },
      articleOption,
    ],
  },
  async ({ topic, article }, { port }) => answerReply(topic, await port.facts(topic, article)),
)
