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
/** Elements that the standard's style sheet does not display, and drawings. */
const neverDisplayed = new Set(
  'annotation annotation-xml area base datalist head link meta noembed noframes noscript param script style svg template title'.split(
    ' ',
  ),
)
/** Elements in whose place a browser displays something else than what they hold. */
const replaced = new Set('audio canvas embed iframe object video'.split(' '))
/** Elements in which a line end of the source is a line end on the page. */
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
 * How a browser displays an element of the body, by the page's markup alone: not at all with `hidden`, `aria-hidden="true"`, an
 * inline style of `display: none` or `visibility: hidden`, as a closed dialog or popover, or as one that is never displayed;
 * otherwise as its inline style says, or the HTML standard. Style sheets are not read. `aria-hidden` of what holds the story is
 * no reason: pages set it on all but an open dialog, and it can be seen.
 */
export function displayOf(element: TreeElement, holdsStory: boolean): Display {
  if (isHidden(element, holdsStory)) return 'none'
  const style = attributeOf(element, 'style') ?? ''
  const display = style === '' ? null : styleValue(style, 'display')
  if (display === 'none' || (style !== '' && styleValue(style, 'visibility') === 'hidden')) return 'none'
  // What floats is out of the line, but a letter that floats begins the word beside it.
  if (display === null || display === '' || styleValue(style, 'float') !== null) {
    return blocks.has(element.tagName) ? 'block' : 'inline'
  }
  return /^(?:inline|contents|ruby|initial|unset)/.test(display) ? 'inline' : 'block'
}

/** Whether what an element holds is displayed, and not only shown where a browser cannot display the element. */
export function displaysChildren(element: TreeElement): boolean {
  return !replaced.has(element.tagName)
}

/** Whether a line end in an element is one on the page. */
export function isPreformatted(element: TreeElement): boolean {
  return preformatted.has(element.tagName)
}
