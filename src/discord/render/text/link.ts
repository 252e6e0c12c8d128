import { inline } from './inline-text.ts'

const maxAddressLength = 300

/** The address of an article as the target of a masked link; null if it is not a web address or too long. */
export function linkTarget(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, username, password, href } = new URL(url)
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return null
  const safe = href.replace(
    /[()<>[\]\\*_~|`\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  return safe.length > maxAddressLength ? null : safe
}

/** What a reader may take for an address: "example.org", "https://…", "name@host". */
const addressLike = /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}|:\/\/|@/gu

/** Whether a text names no other host than that of a link's target. */
function isHonest(text: string, target: string): boolean {
  const host = new URL(target).hostname
  return [...text.matchAll(addressLike)].every(([found]) => {
    const named = found.toLowerCase()
    return host === named || host.endsWith(`.${named}`)
  })
}

/**
 * A text and the place of a paragraph as one link, which a thumb can hit. A text that names another host than the target's is not part of
 * the link, so that nobody takes the link for one to that host. `target` comes from `linkTarget`.
 */
export function linked(text: string, place: string, target: string | null): string {
  const shown = inline(text)
  if (target === null) return `${shown}, ${place}`
  return isHonest(text, target) ? `[${shown}, ${place}](<${target}>)` : `${shown}, [${place}](<${target}>)`
}
