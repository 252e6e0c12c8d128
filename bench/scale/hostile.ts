import { capitalised, seededChoices, spelled } from '../made-up-words.ts'

const maxLength = 300

/** Questions that are made to be slow, at most 300 characters each: the longest that a command takes. The same on every run. */
export function hostileQuestions(): readonly string[] {
  const { below } = seededChoices(5)
  const filled = (word: (at: number) => string) => {
    let text = word(0)
    for (let at = 1; ; at++) {
      const longer = `${text} ${word(at)}`
      if (longer.length > maxLength) return text
      text = longer
    }
  }
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const random = (length: number) => Array.from({ length }, () => letters[below(letters.length)]).join('')
  return [
    filled((at) => letters[at % letters.length] ?? ''),
    filled(() => 'a'),
    filled((at) => spelled(at)),
    filled(() => spelled(below(50_000))),
    filled(() => capitalised(spelled(below(50_000)))),
    filled(() => random(8)),
    filled(() => capitalised(random(8))),
    filled(() => random(3)),
    filled(() => random(100)),
    filled(() => 'the'),
    filled((at) => ['people', 'said', 'new', 'time', 'years', 'first', 'world'][at % 7] ?? ''),
    filled(() => `${random(4)}-${random(4)}-${random(4)}`),
    filled(() => `\u201c${random(5)}\u201d`),
    filled(() => String(below(1_000_000))),
    `Who said ${'that '.repeat(55)}`,
    'x'.repeat(maxLength),
  ]
}
