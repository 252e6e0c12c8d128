import { fixedText } from '../src/messages/fixed-text.ts'
import { optionType } from './support/definition/command.ts'
import { defineCommand } from './support/definition/define-command.ts'
import { answerReply } from './support/reply/reply.ts'

export default defineCommand(
  {
    name: 'who-said',
    description: fixedText('command.who-said'),
    audience: 'everyone',
    options: [
      {
        type: optionType.string,
        name: 'words',
        description: fixedText('option.words'),
        required: true,
        max_length: 300,
      },
    ],
  },
  async ({ words }, { service }) => answerReply(words, await service.whoSaid(words)),
)
