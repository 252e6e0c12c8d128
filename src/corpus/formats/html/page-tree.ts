import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { BadFile } from '../../article/bad-file.ts'

export type TreeDocument = DefaultTreeAdapterTypes.Document
export type TreeElement = DefaultTreeAdapterTypes.Element
export type TreeNode = DefaultTreeAdapterTypes.Node

/** The deepest nesting and the most elements of a page that is read. */
const maxDepth = 200
const maxElements = 20_000

function tooDeep(): BadFile {
  return new BadFile('too-large', 'is a web page nested over 200 levels deep; save its text instead')
}

/** Repairs of the parser can nest elements deeper than they are open at one time. */
function checkDepth(page: TreeDocument): void {
  let level: readonly TreeNode[] = [page]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) throw tooDeep()
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : [])).filter(isElement)
  }
}

/**
 * Parses a page as the HTML standard says, so that the tree is the one that a browser shows. Elements are counted as the parser
 * opens them: tags that imply others, or are repaired, count as what they become.
 * @throws BadFile when the page holds over 20,000 elements or holds them over 200 deep.
 */
export function parsePage(source: string): TreeDocument {
  let depth = 0
  let elements = 0
  const page = parse(source, {
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...args) {
        elements += 1
        if (elements > maxElements) {
          throw new BadFile('too-large', 'is a web page of over 20,000 elements; save its text instead')
        }
        return defaultTreeAdapter.createElement(...args)
      },
      onItemPush() {
        depth += 1
        if (depth > maxDepth) throw tooDeep()
      },
      onItemPop() {
        depth -= 1
      },
      // The places of texts alone are asked for.
      setNodeSourceCodeLocation(node, location) {
        if (defaultTreeAdapter.isTextNode(node)) defaultTreeAdapter.setNodeSourceCodeLocation(node, location)
      },
      // A text is built word by word: its place is changed and not copied for each.
      updateNodeSourceCodeLocation(node, { endOffset }) {
        if (node.sourceCodeLocation && endOffset !== undefined) node.sourceCodeLocation.endOffset = endOffset
      },
    },
  })
  checkDepth(page)
  return page
}

/** Whether a node of the tree is an element. */
export function isElement(node: TreeNode): node is TreeElement {
  return defaultTreeAdapter.isElementNode(node)
}

/** The value of an element's attribute, or undefined. */
export function attributeOf(element: TreeElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value
}

/** The text of a node with all that it holds, as the source has it. */
export function textOf(node: TreeNode): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** The elements below a node, in the order of the document. */
export function elementsBelow(node: TreeNode, found: TreeElement[] = []): TreeElement[] {
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    if (!isElement(child)) continue
    found.push(child)
    elementsBelow(child, found)
  }
  return found
}
