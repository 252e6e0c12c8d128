import type { FoundInArticles, LookedUp } from '../src/answers/answer/answer.ts'
import { maxParts, maxText } from '../src/answers/find/message-parts.ts'
import type { MessageCommand } from './support/command.ts'
import { answerReply, type Reply } from './support/reply.ts'

const heading = 'Find in articles'
const limit = `only its first ${maxText.toLocaleString('en')} characters and ${maxParts} parts were looked up`
const maxListed = 5
const maxLength = 100

const lacks: Readonly<Record<NonNullable<LookedUp['lacks']>, string>> = {
  text: 'That message holds no text.',
  words: 'That message holds no words to look up: links, mentions and emoji do not count.',
  enough: 'That message says too little to look up: it takes a quotation of two words, or a sentence of four.',
}

/** Parts of a message in quotation marks, long ones cut, and how many more there are. */
function listed(parts: readonly string[]): string {
  const shown = parts.slice(0, maxListed).map((part) => {
    const cut = part.length > maxLength ? `${part.slice(0, maxLength).toWellFormed().trimEnd()}…` : part
    return `“${cut}”`
  })
  const more = parts.length > shown.length ? ` and ${parts.length - shown.length} more` : ''
  return `${shown.join('; ')}${more}`
}

/** What is to be said about a message besides what was found. */
function noteOf({ lookedUp, status }: FoundInArticles): string | null {
  const { lacks: lack, absent, titles, hasSentences, isCut } = lookedUp
  if (lack === 'enough' && isCut) return `The message is long: ${limit}, and these say too little.`
  if (lack !== null) return lacks[lack]
  const found = status === 'answered'
  const notes = [
    ...(absent.length === 0 ? [] : [`These words are not in the articles: ${listed(absent)}.`]),
    ...titles.map(({ text, article }) => `“${text}” is the title of ${article}.`),
    ...(found || !hasSentences
      ? []
      : [
          `No sentence was found in the articles that says what ${absent.length === 0 ? 'this message' : 'the rest'} says.`,
        ]),
    ...(isCut ? [`The message is long: ${limit}.`] : []),
  ]
  return notes.length === 0 ? null : notes.join(' ')
}

/** What the articles hold of a message: what it quotes or repeats, and the sentences that say the same. */
const findInArticles: MessageCommand = {
  name: heading,
  async run(text, { service }): Promise<Reply> {
    const answer = await service.find(text)
    const reply = answerReply(heading, answer)
    if (answer.status === 'error') return reply
    // Where there is nothing to look up, nothing was searched.
    return { ...reply, note: noteOf(answer), footer: answer.lookedUp.lacks === null ? reply.footer : null }
  },
}

export default findInArticles
