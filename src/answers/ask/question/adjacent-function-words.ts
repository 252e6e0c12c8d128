import type { Range } from '../../../language/text/range.ts'

const functionWordAfter = /^\s+(\p{Ll}{1,6})\b/u
const functionWordBefore = /\b(\p{Ll}{1,6})\s+(?:(?:the|an?)\s+)?$/u

/** The function words that a term depends on in a text: "known for", "under Yuan rule". */
export function adjacentFunctionWords(text: string, { start, end }: Range): readonly [string | null, string | null] {
  return [
    functionWordBefore.exec(text.slice(Math.max(0, start - 14), start))?.[1] ?? null,
    functionWordAfter.exec(text.slice(end, end + 10))?.[1] ?? null,
  ]
}
