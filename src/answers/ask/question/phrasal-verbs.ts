import type { Range } from '../../../language/text/range.ts'
import { stem } from '../../../language/tokens/terms.ts'
import { words } from '../../../language/tokens/words.ts'
import { once } from '../../../resources/once.ts'
import { readRows } from '../../../resources/resources.ts'

/** A phrasal verb in a question, as offsets in its text, with the stems of the verbs that mean the same, likeliest first. */
export interface PhrasalVerb extends Range {
  readonly stems: readonly string[]
  /** The stems of its own words. */
  readonly words: readonly string[]
}

const maxWords = 4

/** The stems of the meanings by the form of a phrasal verb. */
const meanings = once(
  () =>
    new Map(
      readRows('lexicons/answers/phrasal-verbs.tsv').flatMap(([forms = '', verbs = '']) =>
        forms.split(',').map((form) => [form, [...new Set(verbs.split(' ').map(stem))]] as const),
      ),
    ),
)

/** The phrasal verbs of a question, in order; the longest form at each place. */
export function phrasalVerbs(text: string): readonly PhrasalVerb[] {
  const all = words(text)
  const found: PhrasalVerb[] = []
  for (let at = 0; at < all.length; at++) {
    for (let length = Math.min(maxWords, all.length - at); length > 0; length--) {
      const run = all.slice(at, at + length)
      const stems = meanings().get(run.map(({ folded }) => folded).join(' '))
      const [first, last] = [run[0], run.at(-1)]
      if (stems === undefined || first === undefined || last === undefined) continue
      found.push({ start: first.start, end: last.end, stems, words: run.map(({ folded }) => stem(folded)) })
      at += length - 1
      break
    }
  }
  return found
}
