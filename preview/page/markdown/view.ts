import { html, type nothing, type TemplateResult } from 'lit'
import { type Node, parseMarkdown } from './parse.ts'
import { showTime } from './show-time.ts'

/** Anything that Lit renders. */
export type View = TemplateResult | string | typeof nothing | readonly View[]

/** What the texts of messages refer to. */
export interface References {
  /** The name of a user by id; undefined if nobody knows the id. */
  userName(id: string): string | undefined
  /** Called when the user chooses a command that a text names. */
  onCommand(name: string): void
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value
const nodesIn = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : [])
const textIn = (node: Node, field: string): string => {
  const value = node[field]
  return typeof value === 'string' ? value : ''
}

/** The last second that JavaScript has a date for. */
const maxSeconds = 8.64e12

/** The line break after code ends its last line. The other blocks hold theirs. */
function withoutExtraBreaks(nodes: readonly Node[]): readonly Node[] {
  return nodes.filter(({ type }, at) => !(type === 'br' && nodes[at - 1]?.type === 'codeBlock'))
}

function withoutLastBreak(nodes: readonly Node[]): readonly Node[] {
  return nodes.at(-1)?.type === 'br' ? nodes.slice(0, -1) : nodes
}

/** A link; one that leads anywhere but to a web page is only text, as in Discord. */
function link(target: string, label: View): View {
  if (!/^https?:\/\//i.test(target)) return label
  return html`<a href=${target} target="_blank" rel="noopener noreferrer">${label}</a>`
}

const mention = (text: string): View => html`<span class="mention">${text}</span>`

function heading(level: unknown, content: View): View {
  if (level === 1) return html`<h3 class="heading-1">${content}</h3>`
  if (level === 2) return html`<h4 class="heading-2">${content}</h4>`
  return html`<h5 class="heading-3">${content}</h5>`
}

function list(node: Node, view: (nodes: unknown) => View): View {
  const items = Array.isArray(node['items']) ? node['items'] : []
  const rows = items.map((item: unknown) => html`<li>${view(item)}</li>`)
  const start = typeof node['start'] === 'number' ? node['start'] : 1
  return node['isOrdered'] === true ? html`<ol start=${start}>${rows}</ol>` : html`<ul>${rows}</ul>`
}

function nodeView(node: Node, references: References): View {
  const view = (nodes: unknown): View => nodesView(nodesIn(nodes), references)
  const content = (): View => view(node['content'])
  switch (node.type) {
    case 'text':
      return textIn(node, 'content')
    case 'br':
    case 'newline':
      return html`<br>`
    case 'strong':
      return html`<strong>${content()}</strong>`
    case 'em':
      return html`<em>${content()}</em>`
    case 'underline':
      return html`<u>${content()}</u>`
    case 'strikethrough':
      return html`<s>${content()}</s>`
    case 'spoiler':
      return html`<details class="spoiler"><summary>spoiler</summary>${content()}</details>`
    case 'inlineCode':
      return html`<code>${textIn(node, 'content')}</code>`
    case 'codeBlock':
      return html`<pre tabindex="0"><code>${textIn(node, 'content')}</code></pre>`
    case 'blockQuote':
      return html`<blockquote>${nodesView(withoutLastBreak(nodesIn(node['content'])), references)}</blockquote>`
    case 'subtext':
      return html`<small>${content()}</small>`
    case 'heading':
      return heading(node['level'], content())
    case 'list':
      return list(node, view)
    case 'link':
    case 'url':
    case 'autolink':
      return link(textIn(node, 'target'), content())
    case 'user':
      return mention(`@${references.userName(textIn(node, 'id')) ?? 'unknown-user'}`)
    case 'role':
      return mention('@role')
    case 'everyone':
    case 'here':
      return mention(`@${node.type}`)
    case 'channel':
      return mention('#channel')
    case 'timestamp': {
      const seconds = Number(textIn(node, 'timestamp'))
      if (Math.abs(seconds) > maxSeconds) return String(seconds)
      return html`<time datetime=${new Date(seconds * 1000).toISOString()}>${showTime(seconds, textIn(node, 'format'))}</time>`
    }
    case 'slashCommand': {
      const name = textIn(node, 'fullName')
      return html`<button type="button" class="mention" @click=${() => references.onCommand(name)}>/${name}</button>`
    }
    case 'emoji':
      return `:${textIn(node, 'name')}:`
    default:
      return textIn(node, 'content') || textIn(node, 'name')
  }
}

function nodesView(nodes: readonly Node[], references: References): View {
  return withoutExtraBreaks(nodes).map((node) => nodeView(node, references))
}

/** A text in Discord's Markdown. */
export function markdownView(text: string, references: References): View {
  return nodesView(parseMarkdown(text), references)
}
