import { type Word, words } from '../tokens/words.ts'

/** Whatever has a text that never changes: a paragraph, a sentence. */
export interface Text {
  readonly text: string
}

/**
 * The words of so many characters of text are kept, so that the readers of an article share them. Words take about thirty times the
 * memory of their text: those of all articles are not kept.
 */
const maxCharacters = 100_000

const recent = new Map<Text, readonly Word[]>()
let characters = 0

/** Keeps the words of a text for the readers that follow. */
export function keepWords(of: Text, found: readonly Word[]): void {
  recent.set(of, found)
  characters += of.text.length
  for (const oldest of recent.keys()) {
    if (characters <= maxCharacters) return
    recent.delete(oldest)
    characters -= oldest.text.length
  }
}

/** The words of a text in order. */
export function wordsOf(of: Text): readonly Word[] {
  const known = recent.get(of)
  if (known !== undefined) return known
  const found = words(of.text)
  keepWords(of, found)
  return found
}
