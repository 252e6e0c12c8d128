import { optionType } from './command.ts'
import { defineCommand } from './define.ts'
import { articleOption } from './options.ts'
import { answerReply } from './reply.ts'

export default defineCommand(
  {
    name: 'timeline',
    description: 'What the articles date, by the day it is about: on a topic, or the most widely reported',
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
    answerReply(topic ?? 'what the articles date', await port.timeline(topic, article)),
)
