import {
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  type ParserOptions,
  parse,
  parseFragment as parsePart,
} from 'parse5'
import { BadFile } from '../../../article/bad-file.ts'

export type TreeDocument = DefaultTreeAdapterTypes.Document
export type TreeElement = DefaultTreeAdapterTypes.Element
export type TreeNode = DefaultTreeAdapterTypes.Node

/** The maximum nesting depth and the maximum number of elements of a page. */
const maxDepth = 200
const maxElements = 20_000

function tooDeep(): BadFile {
  return new BadFile('too-large', 'is a web page nested over 200 levels deep; save its text instead')
}

/** Drawings and formulas are not displayed as text. Their elements have limits of their own. */
const maxForeignDepth = 1000
const maxForeignElements = 200_000
const htmlNamespace = 'http://www.w3.org/1999/xhtml'

function isDrawing(node: TreeNode): boolean {
  return node.nodeName === 'svg'
}

/** When the parser repairs a page, elements can be nested deeper than they are open at one time. */
function checkDepth(page: TreeNode): void {
  let level: readonly TreeNode[] = [page]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) throw tooDeep()
    level = level.flatMap((node) => ('childNodes' in node && !isDrawing(node) ? node.childNodes : [])).filter(isElement)
  }
}

/** Options that limit a parser. Elements are counted when it opens them, so implied and repaired tags count as what they become. */
function limitedOptions(): ParserOptions<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let depth = 0
  let foreignDepth = 0
  let elements = 0
  let foreignElements = 0
  return {
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...args) {
        if (args[1] === htmlNamespace) elements += 1
        else foreignElements += 1
        if (elements > maxElements || foreignElements > maxForeignElements) {
          throw new BadFile('too-large', 'is a web page of over 20,000 elements; save its text instead')
        }
        return defaultTreeAdapter.createElement(...args)
      },
      onItemPush({ namespaceURI }) {
        if (namespaceURI === htmlNamespace) depth += 1
        else foreignDepth += 1
        if (depth > maxDepth || foreignDepth > maxForeignDepth) throw tooDeep()
      },
      onItemPop({ namespaceURI }) {
        if (namespaceURI === htmlNamespace) depth -= 1
        else foreignDepth -= 1
      },
      // Only the positions of texts are needed.
      setNodeSourceCodeLocation(node, location) {
        if (defaultTreeAdapter.isTextNode(node)) defaultTreeAdapter.setNodeSourceCodeLocation(node, location)
      },
      // A text is built word by word, so its position is updated in place and not copied for each word.
      updateNodeSourceCodeLocation(node, { endOffset }) {
        if (node.sourceCodeLocation && endOffset !== undefined) node.sourceCodeLocation.endOffset = endOffset
      },
    },
  }
}

/**
 * Parses a page as the HTML standard says, so that the tree is the same as in a browser.
 * @throws BadFile if the page has over 20,000 elements or nests them over 200 deep.
 */
export function parsePage(source: string): TreeDocument {
  const page = parse(source, limitedOptions())
  checkDepth(page)
  return page
}

/**
 * Parses a part of a page's body, with the same limits.
 * @throws BadFile if it has over 20,000 elements or nests them over 200 deep.
 */
export function parseFragment(source: string): DefaultTreeAdapterTypes.DocumentFragment {
  const fragment = parsePart(source, limitedOptions())
  checkDepth(fragment)
  return fragment
}

/** Whether a node of the tree is an element. */
export function isElement(node: TreeNode): node is TreeElement {
  return defaultTreeAdapter.isElementNode(node)
}

/** The value of an element's attribute, or undefined. */
export function attributeOf(element: TreeElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value
}

/** The words of an attribute's value, such as the names of classes; none if the element does not have it. */
export function attributeWords(element: TreeElement, name: string): readonly string[] {
  return attributeOf(element, name)?.split(/\s+/) ?? []
}

/** The text of a node and its descendants, as in the source. */
export function textOf(node: TreeNode): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** The elements below a node, in document order, without the parts of drawings, and without those in `leftOut` and everything in them. */
export function elementsBelow(node: TreeNode, leftOut?: ReadonlySet<TreeElement>): TreeElement[] {
  const found: TreeElement[] = []
  const visit = (parent: TreeNode) => {
    for (const child of 'childNodes' in parent && !isDrawing(parent) ? parent.childNodes : []) {
      if (!isElement(child) || leftOut?.has(child)) continue
      found.push(child)
      visit(child)
    }
  }
  visit(node)
  return found
}
