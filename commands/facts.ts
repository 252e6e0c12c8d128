import { fixedText } from '../src/messages/fixed-text.ts'
import { defineCommand } from './support/definition/define-command.ts'
import { articleOption, topicOption } from './support/definition/options.ts'
import { answerReply } from './support/reply/reply.ts'

export default defineCommand(
  {
    name: 'facts',
    description: fixedText('command.facts'),
    audience: 'everyone',
    options: [topicOption, articleOption],
  },
  async ({ topic, article }, { service }) =>
    answerReply(topic ?? fixedText('facts.without-topic'), await service.facts(topic, article)),
)
