import { optionType } from './support/command.ts'
import { defineCommand } from './support/define-command.ts'
import { answerReply } from './support/reply.ts'

export default defineCommand(
  {
    name: 'who-said',
    description: 'Who said these words, and where; finds misspelt, partial and differently translated words too',
    audience: 'everyone',
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
  async ({ words }, { service }) => answerReply(words, await service.whoSaid(words)),
)
