import { displayOf, displaysChildren, isPreformatted } from '../tree/display.ts'
import {
  attributeOf,
  isElement,
  type TreeDocument,
  type TreeElement,
  type TreeNode,
  textOf,
} from '../tree/page-tree.ts'
import { isCell, isDataTable, isHeaderRow } from './data-table.ts'
import { type Meter, PageDocument, type PageElement, PageText } from './readable-dom.ts'
import { RunNumbering, type RunPart, type TextPlace } from './run-numbering.ts'
import { sectionOf } from './sections.ts'

/**
 * The attributes that Readability looks at, and the address of the page. Other attributes contain styles, scripts and data of any length.
 */
const keptAttributes = new Set(
  'aria-modal class colspan content datatable dir href id itemprop lang name property rel role rowspan src summary type'.split(
    ' ',
  ),
)
/** Longer values are not names. Readability searches values with patterns whose time can grow with the square of the length. */
const maxAttributeLength = 2_000
/** Readability compares each word of a title with each of a heading. */
const maxMetadataLength = 500

const elementName = /^[a-z][a-z0-9-]*$/i
const whitespace = /\s+/g
const scriptLink = /^\s*javascript:/i

function oneLine(text: string, maxLength: number): string {
  return text.replace(whitespace, ' ').trim().slice(0, maxLength)
}

/** The value of an attribute as Readability receives it; null if it does not receive it. */
function readableValue(name: string, value: string): string | null {
  if (!keptAttributes.has(name) || (name === 'href' && scriptLink.test(value))) return null
  const line = oneLine(value, name === 'content' ? maxMetadataLength : maxAttributeLength)
  // Readability takes every name that contains "comment" for readers' comments, even "commentary". Real comments are left out already.
  return name === 'class' || name === 'id' ? line.replace(/comment/gi, '') : line
}

/** Where a text of the page is. */
interface Place extends TextPlace {
  /** The number of the table of data that it is in, or null. */
  readonly table: number | null
}

const outermost: Place = { within: null, form: null, table: null, cell: null, isPreformatted: false }

const codeClass = /(?:^|[\s_-])(?:highlight|codehilite|sourcecode|language|lang|prettyprint|brush:)(?:[\s_-]|$)/i

/** Whether a preformatted element contains code, and not prose with its own line breaks. */
function isCode(element: TreeElement): boolean {
  const holder = element.parentNode !== null && isElement(element.parentNode) ? [element.parentNode] : []
  const hasCodeClass = [element, ...holder].some((one) => codeClass.test(attributeOf(one, 'class') ?? ''))
  return hasCodeClass || element.childNodes.some((child) => isElement(child) && child.tagName === 'code')
}

/** The form of the text in an element. In a quotation, everything is quoted. */
function formIn(element: TreeElement, outer: RunPart['form']): RunPart['form'] {
  if (isPreformatted(element) && isCode(element)) return 'code'
  if (outer === 'quote' || outer === 'row' || outer === 'header') return outer
  if (element.tagName === 'blockquote') return 'quote'
  return element.tagName === 'li' ? 'item' : outer
}

/**
 * Builds the document that Readability reads: the displayed part of a page, with its texts numbered by runs, and the elements that state
 * the page's title, author and date. The elements in `leftOut` are not built, including everything in them.
 */
export function readableDocument(
  page: TreeDocument,
  leftOut: ReadonlySet<TreeElement>,
  storyHolders: ReadonlySet<TreeElement>,
  meter: Meter,
): PageDocument {
  const document = new PageDocument(meter)
  const numbering = new RunNumbering()
  let tables = 0
  let cells = 0

  /** Where the content of an element is. */
  const placeIn = (element: TreeElement, outer: Place): Place => {
    const { tagName } = element
    const place = {
      ...outer,
      within: outer.within ?? sectionOf(tagName),
      form: formIn(element, outer.form),
      isPreformatted: outer.isPreformatted || isPreformatted(element),
    }
    if (tagName === 'table') return { ...place, table: isDataTable(element) ? ++tables : null }
    const { table } = place
    if (table !== null && tagName === 'tr')
      return { ...place, form: isHeaderRow(element) ? 'header' : 'row', cell: { table, cell: ++cells } }
    if (place.cell !== null && isCell(element)) return { ...place, cell: { ...place.cell, cell: ++cells } }
    return place
  }

  const addElement = (element: TreeElement, parent: PageDocument | PageElement): PageElement => {
    const added = document.createElement(elementName.test(element.tagName) ? element.tagName : 'span')
    for (const { name, value } of element.attrs) {
      const kept = readableValue(name, value)
      if (kept !== null) added.setAttribute(name, kept)
    }
    return parent.appendChild(added)
  }

  const addMetadata = (element: TreeElement, parent: PageElement): void => {
    if (element.tagName === 'meta' || element.tagName === 'link') addElement(element, parent)
    if (element.tagName === 'title' && document.title === '') {
      document.title = oneLine(textOf(element), maxMetadataLength)
    }
  }

  const addShown = (node: TreeNode, parent: PageElement, place: Place): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      const at = node.sourceCodeLocation
      const source = at ? { start: at.startOffset, end: at.endOffset } : null
      for (const part of numbering.parts(node.value, place)) {
        parent.appendChild(new PageText(part.text, part, source))
      }
    }
    if (!isElement(node)) return
    const display = leftOut.has(node) ? 'none' : displayOf(node, storyHolders.has(node))
    if (display === 'none') {
      if (leftOut.has(node)) numbering.blockBoundary()
      else addMetadata(node, parent)
      return
    }
    const inner = placeIn(node, place)
    const isRow = node.tagName === 'tr' && inner.cell !== null
    if (isRow) numbering.rowBoundary(true)
    else if (display === 'block') numbering.blockBoundary()
    if (node.tagName === 'br') numbering.lineBreak()
    const added = addElement(node, parent)
    if (displaysChildren(node)) for (const child of node.childNodes) addShown(child, added, inner)
    if (isRow) numbering.rowBoundary(false)
    else if (display === 'block') numbering.blockBoundary()
  }

  const root = page.childNodes.find(isElement)
  if (root === undefined) return document
  const html = addElement(root, document)
  for (const part of root.childNodes.filter(isElement)) {
    const added = addElement(part, html)
    for (const child of part.childNodes) {
      if (part.tagName !== 'head') addShown(child, added, outermost)
      else if (isElement(child)) addMetadata(child, added)
    }
  }
  return document
}
