import { createHmac, randomBytes } from 'node:crypto'

const length = 24

/**
 * Replaces texts such as the ids of users by others that stand for them as long as this process runs. The key is in memory only, so
 * that nobody can tell afterwards whom they stood for.
 */
export function createPseudonyms(): (text: string) => string {
  const key = randomBytes(32)
  return (text) => createHmac('sha256', key).update(text).digest('hex').slice(0, length)
}
