import { sentences } from '../../../language/sentences/sentences.ts'
import { plainLine } from '../../../language/tokens/normalise.ts'
import { maxQueryLength } from '../../../search/query/query.ts'
import { codeSpans, references } from '../../markdown/read-markup.ts'

const userMention = /<@!?(\d+)>/g
const endsAsQuestion = /\?["\u201d'\u2019)\]*_~|!?]*$/

/** The parts of a message that decide whether it asks the bot something. */
export interface ChatMessage {
  readonly content: string
  readonly isDirect: boolean
  /** Whether Discord lists the bot among the mentions, including the ping of a reply. */
  readonly mentionsBot: boolean
  /** The names of the users that it mentions, by id. */
  readonly names?: ReadonlyMap<string, string>
}

/**
 * The question that a message asks the bot; '' if it only mentions the bot; null if it is not for the bot. A direct message or
 * a written mention is a question. A reply that only pings the bot is one if it ends in a question mark. @everyone, role
 * mentions and mentions in code never are. Other users that it mentions are in the question by name.
 */
export function chatQuestion({ content, isDirect, mentionsBot, names }: ChatMessage, botId: string): string | null {
  const named = content.replace(userMention, (mention, id: string) =>
    id === botId ? ' ' : (names?.get(id) ?? mention),
  )
  const text = plainLine(named.replace(references, ' '))
  const prose = content.replace(codeSpans, ' ')
  const isNamed = prose.includes(`<@${botId}>`) || prose.includes(`<@!${botId}>`)
  if (isDirect || isNamed) return text
  return mentionsBot && text.endsWith('?') ? text : null
}

/** The question to answer: of a text over the length of a query, its last sentence that ends in a question mark, if it has one. */
export function answerableQuestion(text: string): string {
  if (text.length <= maxQueryLength) return text
  const asked = sentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .findLast((sentence) => endsAsQuestion.test(sentence))
  return asked ?? text
}
