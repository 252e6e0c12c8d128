import { sentences } from '../../src/language/sentences/sentences.ts'
import type { SetQuestion } from './question-set.ts'

/** What an engine shows for a question, best first. */
export interface Shown {
  readonly paragraphId: string
  readonly text: string
}

/** Whether each question was got right, by rule. */
export interface Marks {
  readonly r1: boolean
  readonly r3: boolean
  readonly r5: boolean
  /** 1 / the rank of the first right paragraph, 0 without one. */
  readonly reciprocal: number
  readonly s1: boolean
  readonly s3: boolean
}

const marksAndBlanks = /["'\u2018\u2019\u201c\u201d\u00ab\u00bb`]+/g
const fold = (text: string) => text.replace(marksAndBlanks, '').replace(/\s+/g, ' ').trim().toLowerCase()
const wordCharacter = /[\p{L}\p{N}]/u

/** Whether `whole` contains `part` as whole words, case, quotation marks and white space aside. */
export function holdsWords(whole: string, part: string): boolean {
  const [text, wanted] = [fold(whole), fold(part)]
  if (wanted === '') return false
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text.charAt(at - 1)
    const after = text.charAt(at + wanted.length)
    const open = !(wordCharacter.test(before) && wordCharacter.test(wanted.charAt(0)))
    if (open && !(wordCharacter.test(after) && wordCharacter.test(wanted.charAt(wanted.length - 1)))) return true
  }
  return false
}

const maxLengthOfMore = 200
const maxSentences = 2

/** Whether a sentence shown holds an answer; more than two sentences over 200 characters hold none. */
export function holdsAnswer({ text }: Shown, { answers }: SetQuestion): boolean {
  if (text.length > maxLengthOfMore && sentences(text).length > maxSentences) return false
  return answers.some((answer) => holdsWords(text, answer))
}

/** Marks what was shown for a question; `paragraphs` are the engine's paragraphs, best first. */
export function mark(question: SetQuestion, shown: readonly Shown[], paragraphs: readonly string[]): Marks {
  const right = new Set(question.paragraphIds)
  const rank = paragraphs.findIndex((id) => right.has(id))
  const within = (most: number) => rank >= 0 && rank < most
  const answered = (most: number) => shown.slice(0, most).some((item) => holdsAnswer(item, question))
  return {
    r1: within(1),
    r3: within(3),
    r5: within(5),
    reciprocal: rank < 0 ? 0 : 1 / (rank + 1),
    s1: answered(1),
    s3: answered(3),
  }
}

/** Means of marks in percent, with one decimal. */
export function means(all: readonly Marks[]): Readonly<Record<keyof Marks, string>> {
  const mean = (value: (marks: Marks) => number) =>
    ((100 * all.reduce((sum, marks) => sum + value(marks), 0)) / Math.max(1, all.length)).toFixed(1)
  return {
    r1: mean(({ r1 }) => Number(r1)),
    r3: mean(({ r3 }) => Number(r3)),
    r5: mean(({ r5 }) => Number(r5)),
    reciprocal: mean(({ reciprocal }) => reciprocal),
    s1: mean(({ s1 }) => Number(s1)),
    s3: mean(({ s3 }) => Number(s3)),
  }
}
