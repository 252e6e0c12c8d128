import { optionType } from './command.ts'
import { defineCommand } from './define.ts'
import { answerReply } from './reply.ts'

export default defineCommand(
  {
    name: 'who-said',
    description: 'Who said these words, and where: exact, misspelt, in part or in another translation',
    options: [
      {
        type: optionType.string,
        name: 'words',
        description: 'The words, as far as you remember them',
        required: true,
        max_length: 300,
      },
    ],
  },
  async ({ words }, { port }) => answerReply(words, await port.whoSaid(words)),
)
