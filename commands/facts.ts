import { optionType } from './command.ts'
import { defineCommand } from './define.ts'
import { articleOption } from './options.ts'
import { answerReply } from './reply.ts'

export default defineCommand(
  {
    name: 'facts',
    description: 'What the articles report on a topic, who has it and where they differ; repetition is no proof',
    options: [
      {
        type: optionType.string,
        name: 'topic',
        description: 'A name or a few words; without it, the most widely reported facts',
        autocomplete: true,
        max_length: 300,
      },
      articleOption,
    ],
  },
  async ({ topic, article }, { port }) =>
    answerReply(topic ?? 'the most widely reported facts', await port.facts(topic, article)),
)
