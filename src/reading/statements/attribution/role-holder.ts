import { determinerWords, possessivePronouns } from '../../../language/vocabulary/function-words.ts'
import type { Entity } from '../entities/entity-index.ts'
import type { Mention } from '../entities/mentions.ts'
import type { ParsedArticle } from '../entities/parsed-article.ts'

const opens = (word: string): boolean => determinerWords.has(word) || possessivePronouns.has(word)

/** A role as it can be compared: lower case, without an article or a possessive in front. */
function roleKey(words: readonly string[]): string {
  const lower = words.map((word) => word.toLowerCase())
  const first = lower.findIndex((word) => !opens(word))
  return first < 0 ? '' : lower.slice(first).join(' ')
}

/** Who holds the role that a mention names ("the French president"), if the article gives it to exactly one person; otherwise null. */
export function roleHolder({ frames, roles }: ParsedArticle, { frame, from, to }: Mention): Entity | null {
  const tokens = frames[frame]?.tokens.slice(from, to) ?? []
  const asked = roleKey(tokens.map(({ text }) => text))
  if (asked === '') return null
  let holder: Entity | null = null
  for (const [entity, role] of roles) {
    if (roleKey(role.split(/\s+/)) !== asked) continue
    if (holder !== null) return null
    holder = entity
  }
  return holder
}
