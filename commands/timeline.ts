import { defineCommand } from './support/define-command.ts'
import { articleOption, topicOption } from './support/options.ts'
import { answerReply } from './support/reply.ts'

export default defineCommand(
  {
    name: 'timeline',
    description: 'Dated facts in date order: on a topic, or the most widely reported',
    audience: 'everyone',
    options: [topicOption, articleOption],
  },
  async ({ topic, article }, { service }) =>
    answerReply(topic ?? 'dated facts', await service.timeline(topic, article)),
)
