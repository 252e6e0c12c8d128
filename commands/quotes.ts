import { optionType } from './support/command.ts'
import { count } from './support/count.ts'
import { defineCommand } from './support/define-command.ts'
import { articleOption, fromArticles } from './support/options.ts'
import { answerReply } from './support/reply.ts'

export default defineCommand(
  {
    name: 'quotes',
    description: 'What a person or an office says: quotations, then what is only reported',
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
      {
        type: optionType.string,
        name: 'topic',
        description: 'Only what is about this: a name or a few words',
        autocomplete: fromArticles('topic'),
        max_length: 300,
      },
      articleOption,
    ],
  },
  async ({ speaker, topic, article }, { service }) => {
    const answer = await service.quotes(speaker, topic, article)
    const reply = answerReply(topic === undefined ? speaker : `${speaker}: ${topic}`, answer)
    if (reply.kind !== 'answer' || answer.status !== 'answered' || answer.unclear === 0) return reply
    return {
      ...reply,
      footnote: `Not shown: ${count(answer.unclear, 'quotation')} near this name without a clear speaker.`,
    }
  },
)
