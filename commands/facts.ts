import { defineCommand } from './support/define-command.ts'
import { articleOption, topicOption } from './support/options.ts'
import { answerReply } from './support/reply.ts'

export default defineCommand(
  {
    name: 'facts',
    description: 'What the articles report on a topic, which of them report it, and where they differ',
    audience: 'everyone',
    options: [topicOption, articleOption],
  },
  async ({ topic, article }, { service }) =>
    answerReply(topic ?? 'the most widely reported facts', await service.facts(topic, article)),
)
