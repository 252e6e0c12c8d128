import { isElement, type TreeElement, type TreeNode, textOf } from '../tree/page-tree.ts'
import { saysComments } from './comment-names.ts'

/** Elements that can contain comments. Inline elements and paragraphs are part of the text (and contain comments in code). */
const containers = new Set(
  'article aside dd details div dl dt fieldset footer form li nav ol section table tbody td tr ul'.split(' '),
)

const lists = new Set(['ol', 'ul', 'dl'])
const headingElement = /^(?:h[1-6]|summary)$/
/** A heading of comments states their number, or asks for one. */
const commentHeading =
  /^(?:\d[\d.,]* (?:reader |user )?comments?\b.{0,40}|(?:(?:reader |user )?comments?|responses?|replies) ?\(\d[\d.,]*\)|\d[\d.,]* (?:responses?|replies|thoughts?) (?:to|on) [\u201c"\u2018\u00ab].*|(?:reader|user) comments|(?:leave|post|add|write) (?:a |your )?(?:comment|reply))$/i

/** An article can have a section with this name; outside of articles it contains readers' comments. */
const bareHeading = /^comments:?$/i

/** The heading at the beginning of an element, its own or that of its `header`. */
function openingHeading(element: TreeElement): TreeElement | null {
  const first = element.childNodes.find((node) => isElement(node) || textOf(node).trim() !== '')
  if (first === undefined || !isElement(first)) return null
  if (first.tagName === 'header') return openingHeading(first)
  return headingElement.test(first.tagName) ? first : null
}

function lineOf(heading: TreeElement): string {
  return textOf(heading).replace(/\s+/g, ' ').trim()
}

function isInArticle(element: TreeElement): boolean {
  let holder: TreeNode | null = element
  while (holder !== null && isElement(holder) && holder.tagName !== 'article') holder = holder.parentNode
  return holder !== null && isElement(holder)
}

function hasCommentHeading(element: TreeElement): boolean {
  const heading = openingHeading(element)
  if (heading === null) return false
  const text = lineOf(heading)
  return commentHeading.test(text) || (bareHeading.test(text) && !isInArticle(element))
}

/** The lists directly after a heading of comments, without a container of their own. */
function listsUnderHeadings(elements: readonly TreeElement[]): ReadonlySet<TreeElement> {
  const found = new Set<TreeElement>()
  for (const { childNodes } of elements) {
    let before: TreeElement | null = null
    for (const child of childNodes.filter(isElement)) {
      const heading = lists.has(child.tagName) ? before : null
      if (heading !== null && headingElement.test(heading.tagName) && commentHeading.test(lineOf(heading)))
        found.add(child)
      before = child
    }
  }
  return found
}

/**
 * Finds the containers of readers' comments among the elements of a page, by their names and by their headings. An element that contains
 * the story is not one, whatever its name is.
 */
export function commentSections(
  elements: readonly TreeElement[],
  storyHolders: ReadonlySet<TreeElement>,
): ReadonlySet<TreeElement> {
  const listed = listsUnderHeadings(elements)
  return new Set(
    elements.filter(
      (element) =>
        !storyHolders.has(element) &&
        (containers.has(element.tagName) || element.tagName.includes('-')) &&
        (saysComments(element) || hasCommentHeading(element) || listed.has(element)),
    ),
  )
}
