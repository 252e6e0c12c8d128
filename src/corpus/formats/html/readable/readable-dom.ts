// The part of the DOM that Readability uses. Its calls repeat over nested elements, so anything that costs more than one step is cached
// (the text of an element) or counted (visits of nodes). The count decides when a page is too much work.

import type { RunPart } from './run-numbering.ts'

/** Counts work in units of about one visit of a node. Throws if there is too much. */
export type Meter = (units: number) => void

export type PageNode = PageElement | PageText
type PageParent = PageElement | PageDocument

/** The number of UTF-16 units of text that can be searched in the time of one visit of a node. */
const textPerUnit = 32

/**
 * A text, the run that it belongs to, and the position of its node in the source, in UTF-16 units; null if the page does not contain it.
 */
export class PageText {
  readonly nodeType = 3
  readonly nodeName = '#text'
  readonly childNodes: readonly PageNode[] = []
  readonly textContent: string
  readonly part: RunPart
  readonly source: { readonly start: number; readonly end: number } | null
  parentNode: PageParent | null = null
  previousSibling: PageNode | null = null
  nextSibling: PageNode | null = null

  constructor(text: string, part: RunPart, source: PageText['source']) {
    this.textContent = text
    this.part = part
    this.source = source
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }
}

interface PageAttribute {
  readonly name: string
  readonly value: string
  cloneNode(): PageAttribute
}

abstract class ParentNode {
  readonly #meter: Meter
  firstChild: PageNode | null = null
  lastChild: PageNode | null = null
  #childNodes: readonly PageNode[] | null = null
  #children: readonly PageElement[] | null = null
  #text: string | null = null
  abstract parentNode: PageParent | null

  constructor(meter: Meter) {
    this.#meter = meter
  }

  protected abstract self(): PageParent

  get childNodes(): readonly PageNode[] {
    if (this.#childNodes === null) {
      const nodes: PageNode[] = []
      for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node)
      this.#childNodes = nodes
      this.#meter(nodes.length)
    }
    this.#meter(1)
    return this.#childNodes
  }

  get children(): readonly PageElement[] {
    this.#children ??= this.childNodes.filter((node) => node instanceof PageElement)
    return this.#children
  }

  get firstElementChild(): PageElement | null {
    return elementFrom(this.firstChild)
  }

  get textContent(): string {
    if (this.#text === null) {
      let text = ''
      for (let node = this.firstChild; node !== null; node = node.nextSibling) text += node.textContent
      this.#text = text
    }
    this.#meter(1 + this.#text.length / textPerUnit)
    return this.#text
  }

  appendChild<T extends PageNode>(node: T): T {
    this.#insert(node, null)
    return node
  }

  replaceChild<T extends PageNode>(node: PageNode, old: T): T {
    const next = old.nextSibling
    this.removeChild(old)
    this.#insert(node, next === node ? node.nextSibling : next)
    return old
  }

  removeChild<T extends PageNode>(node: T): T {
    const { previousSibling, nextSibling } = node
    if (previousSibling === null) this.firstChild = nextSibling
    else previousSibling.nextSibling = nextSibling
    if (nextSibling === null) this.lastChild = previousSibling
    else nextSibling.previousSibling = previousSibling
    node.parentNode = null
    node.previousSibling = null
    node.nextSibling = null
    this.#changed()
    return node
  }

  /** The elements below this one that have one of these tag names (separated by commas), in document order. */
  querySelectorAll(names: string): PageElement[] {
    const wanted = new Set(
      names
        .toUpperCase()
        .split(',')
        .map((name) => name.trim()),
    )
    return this.#descendants((name) => wanted.has(name))
  }

  getElementsByTagName(name: string): PageElement[] {
    const wanted = name.toUpperCase()
    return this.#descendants((name) => wanted === '*' || name === wanted)
  }

  #descendants(isWanted: (tagName: string) => boolean): PageElement[] {
    const found: PageElement[] = []
    let visits = 0
    const visit = (parent: ParentNode) => {
      for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
        visits += 1
        if (!(node instanceof PageElement)) continue
        if (isWanted(node.tagName)) found.push(node)
        visit(node)
      }
    }
    visit(this)
    this.#meter(visits)
    return found
  }

  #insert(node: PageNode, before: PageNode | null): void {
    node.remove()
    const previous = before === null ? this.lastChild : before.previousSibling
    node.parentNode = this.self()
    node.previousSibling = previous
    node.nextSibling = before
    if (previous === null) this.firstChild = node
    else previous.nextSibling = node
    if (before === null) this.lastChild = node
    else before.previousSibling = node
    this.#changed()
  }

  #changed(): void {
    this.#meter(1)
    this.#childNodes = null
    this.#children = null
    // If the text of an element is cached, so are the texts of all elements in it.
    let holder: ParentNode | null = this
    while (holder !== null && holder.#text !== null) {
      holder.#text = null
      holder = holder.parentNode
    }
  }
}

function elementFrom(node: PageNode | null): PageElement | null {
  let found = node
  while (found !== null && !(found instanceof PageElement)) found = found.nextSibling
  return found
}

export class PageElement extends ParentNode {
  readonly nodeType = 1
  readonly ownerDocument: PageDocument
  readonly localName: string
  readonly tagName: string
  readonly attributes: PageAttribute[] = []
  parentNode: PageParent | null = null
  previousSibling: PageNode | null = null
  nextSibling: PageNode | null = null
  #kept: readonly PageNode[] = []

  constructor(ownerDocument: PageDocument, name: string) {
    super(ownerDocument.meter)
    this.ownerDocument = ownerDocument
    this.localName = name.toLowerCase()
    this.tagName = name.toUpperCase()
  }

  protected self(): PageElement {
    return this
  }

  get nodeName(): string {
    return this.tagName
  }

  get nextElementSibling(): PageElement | null {
    return elementFrom(this.nextSibling)
  }

  get previousElementSibling(): PageElement | null {
    let found = this.previousSibling
    while (found !== null && !(found instanceof PageElement)) found = found.previousSibling
    return found
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }

  getAttribute(name: string): string | null {
    return this.attributes.find((attribute) => attribute.name === name)?.value ?? null
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null
  }

  setAttribute(name: string, value: string): void {
    const attribute: PageAttribute = { name, value, cloneNode: () => attribute }
    this.setAttributeNode(attribute)
  }

  setAttributeNode(attribute: PageAttribute): void {
    const at = this.attributes.findIndex(({ name }) => name === attribute.name)
    if (at === -1) this.attributes.push(attribute)
    else this.attributes[at] = attribute
  }

  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((attribute) => attribute.name === name)
    if (at !== -1) this.attributes.splice(at, 1)
  }

  get className(): string {
    return this.getAttribute('class') ?? ''
  }

  set className(value: string) {
    this.setAttribute('class', value)
  }

  get id(): string {
    return this.getAttribute('id') ?? ''
  }

  set id(value: string) {
    this.setAttribute('id', value)
  }

  get src(): string {
    return this.getAttribute('src') ?? ''
  }

  /**
   * Readability reads the body's markup before it changes the page, and sets it again for another attempt. Copies of the nodes have the
   * same effect without writing and parsing markup.
   */
  get innerHTML(): string {
    if (this.localName === 'body') this.#kept = this.childNodes.map((node) => this.ownerDocument.copyOf(node))
    return ''
  }

  set innerHTML(_: string) {
    while (this.firstChild !== null) this.removeChild(this.firstChild)
    for (const node of this.#kept) this.appendChild(this.ownerDocument.copyOf(node))
  }
}

export class PageDocument extends ParentNode {
  readonly nodeType = 9
  readonly nodeName = '#document'
  readonly parentNode = null
  readonly meter: Meter
  /** The page's address is unknown, so links are left as they are. */
  readonly documentURI = 'about:blank'
  readonly baseURI = 'about:blank'
  title = ''

  constructor(meter: Meter) {
    super(meter)
    this.meter = meter
  }

  protected self(): PageDocument {
    return this
  }

  get documentElement(): PageElement | null {
    return this.firstElementChild
  }

  get body(): PageElement | null {
    return this.documentElement?.children.find(({ localName }) => localName === 'body') ?? null
  }

  createElement(name: string): PageElement {
    return new PageElement(this, name)
  }

  /** Readability calls this only for links to scripts, which a readable document does not have. */
  createTextNode(text: string): PageText {
    return new PageText(text, { run: -1, isAfterBreak: false, within: null, form: null, cell: null }, null)
  }

  /** A deep copy of a node. */
  copyOf(node: PageNode): PageNode {
    this.meter(1)
    if (node instanceof PageText) return new PageText(node.textContent, node.part, node.source)
    const copy = this.createElement(node.localName)
    for (const attribute of node.attributes) copy.setAttributeNode(attribute)
    for (let child = node.firstChild; child !== null; child = child.nextSibling) copy.appendChild(this.copyOf(child))
    return copy
  }
}
