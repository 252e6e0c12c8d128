import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { stem } from '../../../language/tokens/terms.ts'
import { once } from '../../../resources/once.ts'
import { type Rows, readWordLists } from '../../../resources/resources.ts'

/** Words by their event or noun class. */
interface Concepts {
  readonly events: ReadonlyMap<string, string>
  readonly things: ReadonlyMap<string, string>
  readonly opposites: ReadonlyMap<string, string>
  /** Words with a verb's ending that are not verbs. */
  readonly noVerbs: ReadonlySet<string>
}

/** The class of each word, named after the first word of its row. A word in several rows belongs to the first one. */
function classesOf(rows: Rows): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const words of rows) for (const word of words) if (!found.has(word)) found.set(word, `~${words[0]}`)
  return found
}

const concepts = once((): Concepts => {
  const rows = readWordLists('lexicons/facts/concepts.tsv', ['event', 'thing', 'opposites', 'no-verb'])
  return {
    events: classesOf(rows('event')),
    things: classesOf(rows('thing')),
    opposites: new Map(
      rows('opposites').flatMap(([a, b]): [string, string][] => [
        [`~${a}`, `~${b}`],
        [`~${b}`, `~${a}`],
      ]),
    ),
    noVerbs: new Set(rows('no-verb').flat()),
  }
})

/** The concept of a folded word: its event or noun class (`~name`), or else its stem. */
export function conceptOf(folded: string): string {
  const { events, things } = concepts()
  return events.get(folded) ?? things.get(folded) ?? stem(folded)
}

const eventEnding = unicodeRegExp(String.raw`^\p{L}{3,}(?:ed|ing)$`)

/** Whether a folded word denotes an event or action: it is in a class, or has a verb's ending. */
export function isEvent(folded: string): boolean {
  const { events, things, noVerbs } = concepts()
  return events.has(folded) || (eventEnding.test(folded) && !things.has(folded) && !noVerbs.has(folded))
}

/** The event class that is the opposite of another, or undefined. */
export function oppositeOf(concept: string): string | undefined {
  return concepts().opposites.get(concept)
}
