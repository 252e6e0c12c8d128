import { referringWords } from './function-words.ts'

/** A pattern's source for a word that stands for someone or something named before, or one of `more`. */
export function referringSource(more: readonly string[] = []): string {
  return String.raw`(?:${[...referringWords, ...more].join('|')})\b`
}
