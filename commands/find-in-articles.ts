import type { MessageCommand } from './command.ts'
import { answerReply } from './reply.ts'

const heading = 'Find in articles'

/** What the articles hold of what a message says: the quotations that it repeats and the sentences that say the same. */
const findInArticles: MessageCommand = {
  name: heading,
  async run(text, { port }) {
    const reply = answerReply(heading, await port.find(text))
    if (reply.status !== 'nothing-found') return reply
    return { ...reply, note: 'Nothing in these articles says what this message says, nor is it a quotation from them.' }
  },
}

export default findInArticles
