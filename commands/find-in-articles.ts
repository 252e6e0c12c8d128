import type { MessageAnswer, MessageLookup } from '../src/answers/answer/answer.ts'
import { maxParts, maxText } from '../src/answers/find/message-parts.ts'
import type { MessageCommand } from './support/command.ts'
import { type Note, noteText } from './support/note.ts'
import { answerReply, type Reply } from './support/reply.ts'

const heading = 'Find in articles'
const limit = `only its first ${maxText.toLocaleString('en')} characters and ${maxParts} parts were looked up`
const maxListed = 5
const maxLength = 100

const lackNotes: Readonly<Record<NonNullable<MessageLookup['lacks']>, Note>> = {
  text: { headline: 'That message has no text.', detail: null },
  words: { headline: 'That message has no words to look up.', detail: 'Links, mentions and emoji do not count.' },
  content: {
    headline: 'That message says too little to look up.',
    detail: 'It needs a quotation of two words or a sentence of four.',
  },
}

/** The first parts of a message in quotation marks, shortened, and how many more there are. */
function quotedList(parts: readonly string[]): string {
  const shown = parts.slice(0, maxListed).map((part) => {
    const cut = part.length > maxLength ? `${part.slice(0, maxLength).toWellFormed().trimEnd()}…` : part
    return `“${cut}”`
  })
  const more = parts.length > shown.length ? ` and ${parts.length - shown.length} more` : ''
  return `${shown.join('; ')}${more}`
}

const plain = (sentence: string): Note => ({ headline: sentence, detail: null })

/** What there is to say about a message besides what was found. */
function notesOf({ lookup, status }: MessageAnswer): readonly Note[] {
  const { lacks, absent, titles, hasSentences, isCut } = lookup
  if (lacks === 'content' && isCut)
    return [{ headline: 'The message is long:', detail: `${limit}, and these say too little.` }]
  if (lacks !== null) return [lackNotes[lacks]]
  const rest = absent.length === 0 ? 'this message' : 'the rest'
  return [
    ...(absent.length === 0
      ? []
      : [{ headline: 'These words are not in the articles:', detail: `${quotedList(absent)}.` }]),
    ...titles.map(({ text, article }) => plain(`“${text}” is the title of ${article}.`)),
    ...(status === 'answered' || !hasSentences ? [] : [plain(`No sentence in the articles says what ${rest} says.`)]),
    ...(isCut ? [{ headline: 'The message is long:', detail: `${limit}.` }] : []),
  ]
}

/** Several notes as one, with the headline of the first. */
function joined([first, ...others]: readonly [Note, ...Note[]]): Note {
  const details = [first.detail, ...others.map(noteText)].filter((text) => text !== null)
  return { headline: first.headline, detail: details.length === 0 ? null : details.join(' ') }
}

/** What the articles have of a message: what it quotes or repeats, and the sentences that say the same. */
const findInArticles: MessageCommand = {
  name: heading,
  async run(text, { service }): Promise<Reply> {
    const answer = await service.find(text)
    const reply = answerReply(heading, answer)
    if (answer.status === 'error' || reply.kind === 'error') return reply
    const [first, ...others] = notesOf(answer)
    const note = first === undefined ? null : joined([first, ...others])
    if (reply.kind === 'answer') return { ...reply, note: note && noteText(note) }
    return { ...reply, note: note ?? reply.note, scope: answer.lookup.lacks === null ? reply.scope : null }
  },
}

export default findInArticles
