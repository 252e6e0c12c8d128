import { optionType } from './command.ts'
import { defineCommand } from './define.ts'
import { articleOption } from './options.ts'
import { answerReply } from './reply.ts'

export default defineCommand(
  {
    name: 'quotes',
    description: 'What a person or an office is quoted with',
    options: [
      {
        type: optionType.string,
        name: 'speaker',
        description: 'Whose words: a name, or the last name',
        required: true,
        autocomplete: true,
        max_length: 100,
      },
      articleOption,
    ],
  },
  async ({ speaker, article }, { port }) => answerReply(speaker, await port.quotes(speaker, article)),
)
