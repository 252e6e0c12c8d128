/** Blocks of text put together to pages: at most `most` blocks and `room` characters on each, a blank line between them. */
export interface PageLimits {
  readonly most: number
  readonly room: number
}

/** Which blocks stand on which page; a block that is longer than the room has a page to itself. */
export function paginate(lengths: readonly number[], { most, room }: PageLimits): readonly (readonly number[])[] {
  const pages: number[][] = []
  let used = 0
  lengths.forEach((length, at) => {
    const page = pages.at(-1)
    if (page === undefined || page.length >= most || used + length > room) {
      pages.push([at])
      used = length
    } else {
      page.push(at)
      used += length
    }
  })
  return pages
}
