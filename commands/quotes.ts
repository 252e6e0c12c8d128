import { optionType } from './support/command.ts'
import { count } from './support/count.ts'
import { defineCommand } from './support/define-command.ts'
import { articleOption, fromArticles } from './support/options.ts'
import { answerReply } from './support/reply.ts'

export default defineCommand(
  {
    name: 'quotes',
    description: 'What a person or an office is quoted as saying',
    audience: 'everyone',
    options: [
      {
        type: optionType.string,
        name: 'speaker',
        description: 'The speaker: a full name, or just the last name',
        required: true,
        autocomplete: fromArticles('speaker'),
        max_length: 100,
      },
      articleOption,
    ],
  },
  async ({ speaker, article }, { service }) => {
    const answer = await service.quotes(speaker, article)
    const reply = answerReply(speaker, answer)
    if (reply.kind !== 'answer' || answer.status !== 'answered' || answer.unclear === 0) return reply
    return { ...reply, note: `Left out: ${count(answer.unclear, 'quotation')} without a clear speaker.` }
  },
)
