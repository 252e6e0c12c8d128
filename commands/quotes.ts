import { fixedText } from '../src/messages/fixed-text.ts'
import { optionType } from './support/definition/command.ts'
import { defineCommand } from './support/definition/define-command.ts'
import { articleOption, fromArticles } from './support/definition/options.ts'
import { answerReply } from './support/reply/reply.ts'

export default defineCommand(
  {
    name: 'quotes',
    description: fixedText('command.quotes'),
    audience: 'everyone',
    options: [
      {
        type: optionType.string,
        name: 'speaker',
        description: fixedText('option.speaker'),
        required: true,
        autocomplete: fromArticles('speaker'),
        max_length: 100,
      },
      {
        type: optionType.string,
        name: 'topic',
        description: fixedText('option.quotes-topic'),
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
      footnote: fixedText('quotes.unclear', { count: answer.unclear }),
    }
  },
)
