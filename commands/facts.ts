import type { FactItem } from '../src/answers/answer/item.ts'
import { defineCommand } from './support/define-command.ts'
import { articleOption, topicOption } from './support/options.ts'
import { answerReply } from './support/reply.ts'

const disagree = 'The articles disagree on this.'

/** Whether the reports of a fact contradict each other, and do not just word it differently. */
function isDisputed(item: FactItem | undefined): boolean {
  return item?.differences.some(({ kind }) => kind !== 'wording') ?? false
}

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
    const isTopicDisputed = topic !== undefined && answer.status === 'answered' && isDisputed(answer.items[0])
    return reply.kind === 'answer' && isTopicDisputed ? { ...reply, note: disagree } : reply
  },
)
