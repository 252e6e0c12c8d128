import type { Range } from '../../../language/text/range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import type { Mark } from './annotated-sentence.ts'
import type { Name } from './name-mentions.ts'

/** Agent and patient of a clause, judged by the order of its names. */
export interface Actors {
  /** The names before the first event, or after "by" in a passive clause. */
  readonly subjects: readonly Name[]
  /** The names after the first event that are not places; in a passive clause, those before it. */
  readonly objects: readonly Name[]
  readonly places: readonly Name[]
  readonly isPassive: boolean
}

const placeLead = unicodeRegExp(
  String.raw`\b(?:in|at|near|outside|inside|across|around|throughout|off|over)\s+(?:the\s+)?(?:\p{Ll}[\p{L}-]*\s+(?:of\s+)?){0,2}$`,
)
const passive = unicodeRegExp(String.raw`\b(?:was|were|been|being|is|are|be)\s+(?:\p{L}+ly\s+)?$`, 'i')
const by = unicodeRegExp(String.raw`\bby\s+(?:the\s+)?(?:[\p{L}'\u2019-]+\s+){0,3}$`)
const reach = 60

/** Reads the actors of a clause from its names and its first event. */
export function actorsOf(text: string, clause: Range, names: readonly Name[], event: Mark | undefined): Actors {
  const before = (at: number) => text.slice(Math.max(clause.start, at - reach), at)
  const places = names.filter(({ start }) => placeLead.test(before(start)))
  const others = names.filter((name) => !places.includes(name))
  const at = event?.start ?? clause.end
  const isPassive =
    event !== undefined && !text.slice(event.start, event.end).endsWith('ing') && passive.test(before(at))
  const first = others.filter(({ start }) => start < at)
  const rest = others.filter(({ start }) => start > at)
  const agents = rest.filter(({ start }) => by.test(before(start)))
  return { subjects: isPassive ? agents : first, objects: isPassive ? first : rest, places, isPassive }
}
