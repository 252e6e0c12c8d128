import { lineText, plainTime } from '../../commands/support/reply/line-text.ts'
import { noteText } from '../../commands/support/reply/note.ts'
import { insteadSentence, nearestHeading, unsureHeading } from '../../commands/support/reply/nothing-found.ts'
import {
  type AnswerReply,
  citedArticles,
  type HelpReply,
  type ListReply,
  type Reply,
  type ReplyLine,
} from '../../commands/support/reply/reply.ts'
import { count } from '../../commands/support/texts/count.ts'
import { escapeForTerminal } from './escape.ts'
import { indent, itemLines } from './item-lines.ts'
import { createPaint, type Paint } from './paint.ts'

/** How a reply is shown. */
export interface RenderOptions {
  readonly colour: boolean
}

function noteLines(note: string | null, style: 'dim' | 'yellow', paint: Paint): readonly string[] {
  return note === null ? [] : [paint(style, escapeForTerminal(note)), '']
}

function listLines(lines: readonly ReplyLine[], paint: Paint): readonly string[] {
  if (lines.length === 0) return []
  const shown = lines.map(({ label, text, detail }) => {
    const line = `${paint('bold', escapeForTerminal(label))}  ${escapeForTerminal(lineText(text, plainTime))}`
    return detail === undefined ? line : `${line}  ${paint('dim', escapeForTerminal(lineText(detail, plainTime)))}`
  })
  return [...shown, '']
}

/** A file, which a terminal cannot attach. */
function fileLines(text: string): readonly string[] {
  return text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
    .map(escapeForTerminal)
}

function answerLines({ note, footnote, items, total, unsure, scope }: AnswerReply, paint: Paint): readonly string[] {
  const left = total > items.length ? `the first ${items.length} of ${total} · ` : ''
  return [
    ...noteLines(note, 'dim', paint),
    ...(unsure ? [paint('yellow', unsureHeading)] : []),
    ...items.flatMap((item, at) => itemLines(item, `${at + 1}. `.padEnd(indent.length), paint)),
    ...(footnote === null ? [] : [paint('dim', escapeForTerminal(footnote))]),
    paint('dim', `${left}from ${citedArticles(items)} of ${count(scope.articles, 'article')} · ${scope.generation}`),
  ]
}

function scopeLines({ scope }: Pick<ListReply, 'scope'>, suffix: string, paint: Paint): readonly string[] {
  return scope === null ? [] : [paint('dim', `${count(scope.articles, 'article')}${suffix} · ${scope.generation}`)]
}

function helpLines({ note, examples, commands }: HelpReply, paint: Paint): readonly string[] {
  const examplesOf = examples.map(({ command, value }) => ({ label: 'for example', text: `/${command} ${value}` }))
  return [
    ...noteLines(note, 'dim', paint),
    ...listLines(
      commands.map(({ usage, description }) => ({ label: usage, text: description })),
      paint,
    ),
    ...listLines(examplesOf, paint),
  ]
}

function linesOf(reply: Reply, paint: Paint): readonly string[] {
  switch (reply.kind) {
    case 'answer':
      return answerLines(reply, paint)
    case 'list':
      return [
        ...noteLines(reply.note, 'dim', paint),
        ...(reply.file === undefined ? listLines(reply.lines, paint) : fileLines(reply.file.text)),
        ...scopeLines(reply, '', paint),
      ]
    case 'confirmation':
      return [...noteLines(reply.note, 'dim', paint), ...listLines(reply.lines, paint)]
    case 'nothing': {
      const [first] = reply.nearest
      return [
        ...noteLines(
          [noteText(reply.note), insteadSentence(reply.instead)].filter((part) => part !== null).join(' '),
          'yellow',
          paint,
        ),
        ...(first === undefined ? [] : [paint('yellow', nearestHeading), ...itemLines(first, indent, paint)]),
        ...scopeLines(reply, ' searched', paint),
      ]
    }
    case 'help':
      return helpLines(reply, paint)
    case 'error':
      return [paint('yellow', escapeForTerminal(reply.message))]
  }
}

/** A reply as text for a terminal or a pipe, ending in a line feed. */
export function renderReply(reply: Reply, { colour }: RenderOptions): string {
  return `${linesOf(reply, createPaint(colour)).join('\n')}\n`
}
