import { stopWords } from '../../language/tokens/stop-words.ts'
import { words } from '../../language/tokens/words.ts'
import { readWordSets } from '../../resources/resources.ts'

const kinds = ['truth', 'source', 'check', 'say', 'message', 'around'] as const
const listed = readWordSets('lexicons/answers/checking-words.tsv', kinds)
const checkingWords = new Set(kinds.flatMap((kind) => [...listed(kind)]))

/**
 * Whether a reply asks about the message it replies to, and nothing of its own: all its words are function words or words like
 * "source", "true" and "said". A reply without words, such as "?", asks about the message, too.
 */
export function asksAboutMessage(reply: string): boolean {
  return words(reply).every(({ folded }) => stopWords.has(folded) || checkingWords.has(folded))
}
