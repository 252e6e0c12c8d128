import { styleText } from 'node:util'
import type { Reply } from '../../commands/support/reply.ts'
import type { AnswerItem, Citation } from '../answers/answer/answer.ts'
import type { Range } from '../language/text/range.ts'
import { escapeForTerminal } from './escape.ts'
import { differenceLines, sourcesLine, variantLines } from './fact-lines.ts'

type Style = Parameters<typeof styleText>[0]

/** How a reply is shown. */
export interface RenderOptions {
  readonly colour: boolean
}

const indent = '   '

function painter({ colour }: RenderOptions) {
  return (style: Style, text: string) =>
    colour && text !== '' ? styleText(style, text, { validateStream: false }) : text
}

type Paint = ReturnType<typeof painter>

/** The snippet's own characters, escaped, with its highlights painted; further lines are indented. */
function verbatim(text: string, highlights: readonly Range[], paint: Paint): string {
  let shown = ''
  let at = 0
  for (const { start, end } of highlights) {
    shown +=
      escapeForTerminal(text.slice(at, start)) + paint(['bold', 'yellow'], escapeForTerminal(text.slice(start, end)))
    at = end
  }
  return (shown + escapeForTerminal(text.slice(at))).replaceAll('\n', `\n${indent}`)
}

function source({ shortId, paragraph, date, outlet }: Citation): string {
  const where = `${escapeForTerminal(shortId)} ¶${paragraph}`
  const detail = [outlet === null ? null : escapeForTerminal(outlet), date].filter((part) => part !== null)
  return detail.length === 0 ? where : `${where} (${detail.join(', ')})`
}

function spoken({ speaker, role, cue, otherSpeakers = [] }: AnswerItem): string | null {
  if (speaker === undefined) return null
  if (speaker === null) return 'speaker unclear'
  const who = role ? `${speaker}, ${role}` : speaker
  const others = otherSpeakers.map(
    (other) => `; ${other.speaker} in ${other.citation.shortId} ¶${other.citation.paragraph}`,
  )
  return escapeForTerminal(`${who}${cue ? ` (“${cue}”)` : ''}${others.join('')}`)
}

function itemLines(item: AnswerItem, mark: string, paint: Paint): string[] {
  const { snippet, alsoIn } = item
  const { citation } = snippet
  const speaker = spoken(item)
  const articles = new Set([citation, ...alsoIn].map(({ file }) => file)).size
  const sources = sourcesLine(item)
  const inAll = sources === null && articles > 1 ? `in ${articles} articles, ` : ''
  return [
    ...(item.label === undefined ? [] : [`${mark}${paint('bold', escapeForTerminal(item.label))}`]),
    `${item.label === undefined ? mark : indent}${verbatim(snippet.text, snippet.highlights, paint)}`,
    ...(speaker === null ? [] : [`${indent}${paint('cyan', `— ${speaker}`)}`]),
    `${indent}${paint('dim', `${source(citation)} ${escapeForTerminal(citation.title)}`)}`,
    ...(alsoIn.length === 0 ? [] : [`${indent}${paint('dim', `${inAll}also ${alsoIn.map(source).join(' · ')}`)}`]),
    ...(sources === null ? [] : [`${indent}${paint('dim', sources)}`]),
    ...variantLines(item).map((line) => `${indent}${paint('dim', line)}`),
    ...differenceLines(item).map((line) => `${indent}${paint('yellow', line)}`),
    '',
  ]
}

function listLines({ lines }: Reply, paint: Paint): string[] {
  return lines.map(({ label, text, detail }) => {
    const shown = `${paint('bold', escapeForTerminal(label))}  ${escapeForTerminal(text)}`
    return detail === undefined ? shown : `${shown}  ${paint('dim', escapeForTerminal(detail))}`
  })
}

function footerLine({ status, footer, items, total }: Reply, paint: Paint): string[] {
  if (footer === null) return []
  const articles = `${footer.articles} article${footer.articles === 1 ? '' : 's'}`
  const left = total > items.length ? `the first ${items.length} of ${total} · ` : ''
  const listed = status === 'nothing-found' ? `${articles} searched` : articles
  const searched = items.length > 0 ? `word for word from ${articles}` : listed
  return [paint('dim', `${left}${searched} · ${footer.generation}`)]
}

/** A reply as text for a terminal or a pipe, ending in a line feed. */
export function renderReply(reply: Reply, options: RenderOptions): string {
  const paint = painter(options)
  const note =
    reply.note === null
      ? []
      : [paint(reply.status === 'answered' ? 'dim' : 'yellow', escapeForTerminal(reply.note)), '']
  if (reply.status === 'error') return `${note[0] ?? ''}\n`
  const nearest = reply.nearest.slice(0, 1).flatMap((item) => itemLines(item, `${indent}`, paint))
  const lines = [
    ...note,
    ...reply.items.flatMap((item, at) => itemLines(item, `${at + 1}. `.padEnd(indent.length), paint)),
    ...(nearest.length > 0 ? [paint('yellow', 'The nearest paragraph, which is not an answer:'), ...nearest] : []),
    ...listLines(reply, paint),
    ...(reply.lines.length > 0 ? [''] : []),
    ...footerLine(reply, paint),
  ]
  return `${lines.join('\n')}\n`
}
