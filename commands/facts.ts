import { isContradiction } from '../src/reading/facts/differences/difference.ts'
import { defineCommand } from './support/define-command.ts'
import { articleOption, topicOption } from './support/options.ts'
import { answerReply } from './support/reply.ts'

const disagree = 'The articles disagree on this.'

export default defineCommand(
  {
    name: 'facts',
    description: 'What the articles report on a topic, which of them report it, and where they differ',
    audience: 'everyone',
    options: [topicOption, articleOption],
  },
  async ({ topic, article }, { service }) => {
    const answer = await service.facts(topic, article)
    const reply = answerReply(topic ?? 'the most widely reported facts', answer)
    const [first] = answer.status === 'answered' ? answer.items : []
    const isDisputed = topic !== undefined && first?.differences.some(isContradiction)
    return reply.kind === 'answer' && isDisputed ? { ...reply, note: disagree } : reply
  },
)
