import { neverDisplayed, replaced } from './hidden-elements.ts'
import { attributeOf, type TreeElement } from './page-tree.ts'

export type Display = 'block' | 'inline' | 'none'

/** Elements that begin and end a block: their `display` in the HTML standard's style sheet is neither inline nor none. */
const blocks = new Set(
  (
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option ' +
    'p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
)
/** Elements that preserve the line breaks of the source. */
const preformatted = new Set('listing plaintext pre xmp'.split(' '))

/** The value of a property in an inline style, in lower case; the last one counts. */
function styleValue(style: string, property: string): string | null {
  let found: string | null = null
  for (const declaration of style.toLowerCase().split(';')) {
    const [name = '', value = ''] = declaration.split(':', 2)
    if (name.trim() === property) found = value.replace('!important', '').trim()
  }
  return found
}

function isHidden(element: TreeElement, holdsStory: boolean): boolean {
  if (neverDisplayed.has(element.tagName)) return true
  if (element.tagName === 'dialog' && attributeOf(element, 'open') === undefined) return true
  return element.attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      name === 'popover' ||
      (name === 'aria-hidden' && value.trim().toLowerCase() === 'true' && !holdsStory),
  )
}

/**
 * How a browser displays an element of the body, by the page's markup alone. An element is not displayed if it has `hidden`,
 * `aria-hidden="true"`, or an inline style of `display: none` or `visibility: hidden`, if it is a closed dialog or popover, or if elements
 * of its kind are never displayed. Otherwise its inline style decides, or the HTML standard. Style sheets are not read. `aria-hidden` on an
 * element that contains the story is ignored: pages set it on everything except an open dialog, and the element is still visible.
 */
export function displayOf(element: TreeElement, holdsStory: boolean): Display {
  if (isHidden(element, holdsStory)) return 'none'
  const style = attributeOf(element, 'style') ?? ''
  const display = style === '' ? null : styleValue(style, 'display')
  if (display === 'none' || (style !== '' && styleValue(style, 'visibility') === 'hidden')) return 'none'
  // A floating element is not part of the line, but a floating letter begins the word next to it.
  if (display === null || display === '' || styleValue(style, 'float') !== null) {
    return blocks.has(element.tagName) ? 'block' : 'inline'
  }
  return /^(?:inline|contents|ruby|initial|unset)/.test(display) ? 'inline' : 'block'
}

/** Whether the content of an element is displayed, and not only as a fallback if the browser cannot display the element. */
export function displaysChildren(element: TreeElement): boolean {
  return !replaced.has(element.tagName)
}

/** Whether a line break in the source of an element is a line break on the page. */
export function isPreformatted(element: TreeElement): boolean {
  return preformatted.has(element.tagName)
}
