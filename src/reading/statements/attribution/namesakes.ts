import type { PastSpeaker } from '../candidates/pronoun-candidates.ts'
import { type Entity, genderOf } from '../entities/entity-index.ts'
import { countBefore, type Mention } from '../entities/mentions.ts'
import type { ParsedArticle } from '../entities/parsed-article.ts'
import { genderOfTitle } from '../lexicon/titles.ts'

/** The last speaker, if one of the namesakes, still speaks at most this many paragraphs later. */
const maxGapParagraphs = 2

/**
 * The person that a name means: the one its title fits ("Mrs. Lima", "Senator Lima"), the only namesake that the paragraph names before,
 * or the one who spoke last. Null if it fits several people and nothing settles which.
 */
export function meantBy(document: ParsedArticle, mention: Mention, past: readonly PastSpeaker[]): Entity | null {
  const { name, entity } = mention
  if (name === null || entity === null) return entity
  const rivals = document.entities.rivals(name.words)
  if (rivals.length < 2) return entity
  const titled = withTitle(document, mention, rivals)
  if (titled.length === 1 && titled[0] !== undefined) return titled[0]
  return namedHere(document, mention, titled) ?? lastSpeaker(document, mention, titled, past)
}

/** The namesakes that the gender and the titles of a mention fit; all if none does. */
function withTitle({ frames }: ParsedArticle, { frame, name }: Mention, rivals: readonly Entity[]): readonly Entity[] {
  if (name === null) return rivals
  const tokens = frames[frame]?.tokens ?? []
  let fits = rivals
  for (const { lower } of tokens.slice(Math.max(0, name.from - 1), name.core)) {
    const gender = genderOfTitle(lower)
    const left = fits.filter(
      (one) => one.titles.has(lower) || (gender !== undefined && (genderOf(one) ?? gender) === gender),
    )
    if (left.length > 0) fits = left
  }
  return fits
}

/** The only namesake that the paragraph gives in full before a mention. */
function namedHere({ mentions }: ParsedArticle, { frame, head }: Mention, rivals: readonly Entity[]): Entity | null {
  const here = mentions[frame] ?? []
  const named = new Set<Entity>()
  for (const { entity, name } of here.slice(0, countBefore(here, head))) {
    if (entity !== null && name !== null && isFull(name.words, entity) && rivals.includes(entity)) named.add(entity)
  }
  const [only] = named
  return named.size === 1 && only !== undefined ? only : null
}

/** The last speaker if it is one of the namesakes and no other has been named since. */
function lastSpeaker(
  { mentions }: ParsedArticle,
  { frame, head }: Mention,
  rivals: readonly Entity[],
  past: readonly PastSpeaker[],
): Entity | null {
  const last = past.at(-1)
  if (last === undefined || !rivals.includes(last.entity) || frame - last.frame > maxGapParagraphs) return null
  for (let at = last.frame; at <= frame; at++) {
    const list = mentions[at] ?? []
    for (const { entity, name } of at === frame ? list.slice(0, countBefore(list, head)) : list) {
      if (entity === null || entity === last.entity || name === null) continue
      if (rivals.includes(entity) && isFull(name.words, entity)) return null
    }
  }
  return last.entity
}

const isFull = (words: readonly string[], { words: all }: Entity): boolean => words.length > 1 || all.length === 1
