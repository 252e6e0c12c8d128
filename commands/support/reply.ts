import type { Answer, AnswerItem, NothingFoundReason } from '../../src/answers/answer/answer.ts'
import type { ArticleChange, Refused } from '../../src/service/answer-service.ts'

/** A line of a list: what it is about, and what it says. */
export interface ReplyLine {
  readonly label: string
  readonly text: string
  readonly detail?: string
}

/** What a button under a reply does: a change of the articles, or null: nothing, which ends the question. */
export interface ReplyAction {
  readonly label: string
  readonly style: 'plain' | 'main' | 'danger'
  readonly change: ArticleChange | null
}

/** What a command answers: plain data that every face can show. */
export interface Reply {
  readonly status: 'answered' | 'nothing-found' | 'error'
  /** What was asked, as typed. */
  readonly heading: string
  /** A sentence of Verbatim's own: why there is no answer, what was wrong, or what the list is. */
  readonly note: string | null
  readonly items: readonly AnswerItem[]
  /** The nearest paragraphs where nothing was found: not an answer. */
  readonly nearest: readonly AnswerItem[]
  /** How many items there are in all. */
  readonly total: number
  readonly lines: readonly ReplyLine[]
  /** The generation's id, and how many articles were searched. */
  readonly footer: { readonly generation: string; readonly articles: number } | null
  /** The same as values, for programs; null where the items are all. */
  readonly data: unknown
  /** What may be done next, in one press. */
  readonly actions?: readonly ReplyAction[]
}

const typeWords: Readonly<Record<string, string>> = {
  name: 'names anyone',
  figure: 'gives a number',
  percent: 'gives a percentage',
  money: 'gives an amount of money',
  date: 'says when',
  place: 'says where',
  country: 'names a country',
}

/** Words as a list in quotation marks: `"a", "b" or "c"`. */
function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}

/** A reason for finding nothing in a few words. */
export function reasonText({ code, words }: NothingFoundReason): string {
  const named = words.length > 0
  switch (code) {
    case 'unknown-words':
      return named ? `no sentence mentions ${listed(words)}` : 'no sentence is about it'
    case 'words-apart':
      return named ? `no sentence mentions ${listed(words)} along with the rest` : 'no sentence holds it all'
    case 'name-absent':
      return `nothing said about ${listed(words)} answers it`
    case 'type-absent':
      return `no sentence about it ${typeWords[words[0] ?? ''] ?? 'gives what was asked for'}`
    case 'roles-reversed':
      return 'it is told the other way round'
    case 'weak-match':
      return 'no sentence says enough about it'
    case 'not-quoted':
      return 'nobody is quoted with these words'
    case 'no-speaker':
      return `nobody called ${listed(words)} is quoted`
  }
}

/** A reply that says what was wrong with the input. */
export function errorReply(heading: string, message: string): Reply {
  return {
    status: 'error',
    heading,
    note: message,
    items: [],
    nearest: [],
    total: 0,
    lines: [],
    footer: null,
    data: null,
  }
}

/** An answer as a reply. */
export function answerReply(heading: string, answer: Answer | Refused): Reply {
  if (answer.status === 'error') {
    return { ...errorReply(heading, answer.message), footer: { generation: answer.generation, articles: 0 } }
  }
  const footer = { generation: answer.generation, articles: answer.articles }
  if (answer.status === 'answered') {
    const { items, total, unclear = 0 } = answer
    const note =
      unclear === 0 ? null : `${unclear} quotation${unclear === 1 ? '' : 's'} without a clear speaker left out.`
    return { status: 'answered', heading, note, items, nearest: [], total, lines: [], footer, data: null }
  }
  const note = `Nothing in ${answer.articles === 1 ? 'this article' : 'these articles'} answers that: ${reasonText(answer.reason)}.`
  const { nearest } = answer
  return { status: 'nothing-found', heading, note, items: [], nearest, total: 0, lines: [], footer, data: null }
}

/** A list as a reply. */
export function listReply(
  heading: string,
  lines: readonly ReplyLine[],
  more: Pick<Reply, 'note' | 'footer' | 'data' | 'actions'>,
): Reply {
  return { status: 'answered', heading, items: [], nearest: [], total: 0, lines, ...more }
}
