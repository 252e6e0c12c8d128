import type { MessageAnswer, MessageLookup } from '../src/answers/answer/answer.ts'
import { maxParts, maxText } from '../src/answers/find/message-parts.ts'
import { fixedText } from '../src/messages/fixed-text.ts'
import type { MessageCommand } from './support/definition/command.ts'
import { type Note, noteText } from './support/reply/note.ts'
import { answerReply, type Reply } from './support/reply/reply.ts'

const heading = 'Find in articles'
const limit = fixedText('find.limit', { characters: maxText.toLocaleString('en'), parts: maxParts })
const maxListed = 5
const maxLength = 100

const lackNotes: Readonly<Record<NonNullable<MessageLookup['lacks']>, Note>> = {
  text: { headline: fixedText('find.no-text'), detail: null },
  words: { headline: fixedText('find.no-words'), detail: fixedText('find.not-words') },
  content: { headline: fixedText('find.too-little'), detail: fixedText('find.needed') },
}

/** The first parts of a message in quotation marks, shortened, and how many more there are. */
function quotedList(parts: readonly string[]): string {
  const shown = parts.slice(0, maxListed).map((part) => {
    const cut = part.length > maxLength ? `${part.slice(0, maxLength).toWellFormed().trimEnd()}…` : part
    return `“${cut}”`
  })
  const list = shown.join('; ')
  const more = parts.length - shown.length
  return more === 0 ? list : fixedText('find.more', { parts: list, count: more })
}

const plain = (sentence: string): Note => ({ headline: sentence, detail: null })

/** What there is to say about a message besides what was found. */
function notesOf({ lookup, status }: MessageAnswer): readonly Note[] {
  const { lacks, absent, titles, hasSentences, isCut } = lookup
  if (lacks === 'content' && isCut)
    return [{ headline: fixedText('find.long'), detail: fixedText('find.long-too-little', { limit }) }]
  if (lacks !== null) return [lackNotes[lacks]]
  const nothing = absent.length === 0 ? 'find.nothing' : 'find.nothing-else'
  return [
    ...(absent.length === 0
      ? []
      : [
          { headline: fixedText('find.absent'), detail: fixedText('find.absent-words', { words: quotedList(absent) }) },
        ]),
    ...titles.map(({ text, article }) => plain(fixedText('find.title', { text, article }))),
    ...(status === 'answered' || !hasSentences ? [] : [plain(fixedText(nothing))]),
    ...(isCut ? [{ headline: fixedText('find.long'), detail: fixedText('find.long-cut', { limit }) }] : []),
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
