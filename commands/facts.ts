import { defineCommand } from './define.ts'
import { articleOption, topicOption } from './options.ts'
import { answerReply } from './reply.ts'

export default defineCommand(
  {
    name: 'facts',
    description: 'What the articles report on a topic, who has it and where they differ; repetition is no proof',
    options: [topicOption, articleOption],
  },
  async ({ topic, article }, { port }) =>
    answerReply(topic ?? 'the most widely reported facts', await port.facts(topic, article)),
)
