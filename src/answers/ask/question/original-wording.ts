import type { Question } from './parse-question.ts'

const maxWords = 3
const blank = /^\s+$/

/** The terms at some positions of the question as the person typed them, at most three. Neighbours are joined ("Xi Jinping"). */
export function originalWording({ text, places }: Question, asked: readonly number[]): readonly string[] {
  const found: { start: number; end: number }[] = []
  for (const at of asked.toSorted((a, b) => a - b)) {
    const place = places[at]
    if (place === undefined) continue
    const last = found.at(-1)
    if (last !== undefined && blank.test(text.slice(last.end, place.start))) last.end = place.end
    else found.push({ start: place.start, end: place.end })
  }
  return found.slice(0, maxWords).map(({ start, end }) => text.slice(start, end))
}
