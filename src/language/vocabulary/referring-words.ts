import { referringWords } from './function-words.ts'

/** Regex source that matches a word that refers to someone or something named before, or one of `more`. */
export function referringSource(more: readonly string[] = []): string {
  return String.raw`(?:${[...referringWords, ...more].join('|')})\b`
}
