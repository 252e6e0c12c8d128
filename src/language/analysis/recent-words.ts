import { type Word, words } from '../tokens/words.ts'

/** Any object with an immutable text: a paragraph, a sentence. */
export interface Text {
  readonly text: string
}

/**
 * The words of this many characters of text are cached, so that the readers of an article share them. Words take about thirty
 * times the memory of their text, so not all articles can be cached.
 */
const maxCharacters = 100_000

const recent = new Map<Text, readonly Word[]>()
let characters = 0

/**
 * Caches the words of a text for later readers. The text used before it stays cached, so that a paragraph longer than the limit is
 * not read again for each of its sentences.
 */
export function keepWords(of: Text, found: readonly Word[]): void {
  recent.set(of, found)
  characters += of.text.length
  for (const oldest of recent.keys()) {
    if (characters <= maxCharacters || recent.size <= 2) return
    recent.delete(oldest)
    characters -= oldest.text.length
  }
}

/** The words of a text in order. */
export function wordsOf(of: Text): readonly Word[] {
  const known = recent.get(of)
  if (known !== undefined) {
    recent.delete(of)
    recent.set(of, known)
    return known
  }
  const found = words(of.text)
  keepWords(of, found)
  return found
}
