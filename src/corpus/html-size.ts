import { BadFile } from './bad-file.ts'

const tag = /<(\/?)([a-z][a-z0-9-]*)/gi
/** Elements that hold nothing, and those that pages leave open. */
const notNested = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|td|th|tr|option)$/i
const deepest = 200
const mostElements = 20_000

/**
 * Refuses a page that would take minutes to read: the reader's time grows with the square of the depth.
 * @throws BadFile when it has over 20,000 elements, or holds them over 200 deep.
 */
export function checkHtmlSize(source: string): void {
  let depth = 0
  let elements = 0
  for (const [, closing, name = ''] of source.matchAll(tag)) {
    if (closing === '' && ++elements > mostElements) {
      throw new BadFile('too-large', 'is a web page of over 20,000 elements; save its text instead')
    }
    if (notNested.test(name)) continue
    depth = Math.max(0, depth + (closing === '' ? 1 : -1))
    if (depth > deepest) throw new BadFile('too-large', 'is a web page nested over 200 deep; save its text instead')
  }
}
