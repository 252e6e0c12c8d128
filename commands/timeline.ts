import { defineCommand } from './support/define-command.ts'
import { articleOption, topicOption } from './support/options.ts'
import { answerReply } from './support/reply.ts'

export default defineCommand(
  {
    name: 'timeline',
    description: 'What the articles date, by the day it is about: on a topic, or the most widely reported',
    audience: 'everyone',
    options: [topicOption, articleOption],
  },
  async ({ topic, article }, { service }) =>
    answerReply(topic ?? 'what the articles date', await service.timeline(topic, article)),
)
