import type { PreparedClaim } from './article-claims.ts'

/** Whether a claim is about someone or a place that the other's article never mentions. */
export function isForeign({ claim }: PreparedClaim, { claim: { setting } }: PreparedClaim): boolean {
  const { subjects, places } = claim.content
  return [...subjects, ...places].some(({ key }) => !setting.mentioned.has(key))
}
