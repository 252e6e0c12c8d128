import { createHmac, randomBytes } from 'node:crypto'

const length = 24

/**
 * Replaces texts, such as user ids, with pseudonyms that stay the same while this process runs. The key is in memory only, so that a
 * pseudonym cannot be traced back to a user later.
 */
export function createPseudonyms(): (text: string) => string {
  const key = randomBytes(32)
  return (text) => createHmac('sha256', key).update(text).digest('hex').slice(0, length)
}
