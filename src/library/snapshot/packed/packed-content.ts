import type { Range } from '../../../language/text/range.ts'
import type { Content } from '../../../reading/facts/extract/claim-content.ts'
import type { Name } from '../../../reading/facts/extract/name-mentions.ts'
import { type Numbering, numbering } from '../../../resources/numbers/numbering.ts'
import type { Numbers } from '../../../resources/numbers/packed-numbers.ts'
import { packValue, unpackValue } from '../../../resources/numbers/packed-value.ts'
import { setOfDistinct } from '../../../resources/small-set.ts'

/** Most contents have none of these parts. */
type RareParts = Pick<Content, 'figures' | 'times' | 'reportedTimes' | 'doubtful'>

const noRareParts: RareParts = { figures: [], times: [], reportedTimes: [], doubtful: null }

/** Bits of the first number. The last two say that names and rare parts follow. */
const passive = 1
const ahead = 2
const named = 4
const rare = 8

const none: readonly never[] = []

/** Packs a content as whole numbers; `words` numbers its words. */
export function packContent(content: Content, words: Numbering<string>): readonly number[] {
  const row: number[] = []
  const strings = (all: Iterable<string>) => {
    const indexes = Array.from(all, words.indexOf)
    row.push(indexes.length, ...indexes)
  }
  const ranges = (all: readonly Range[]) => {
    row.push(all.length)
    for (const { start, end } of all) row.push(start, end)
  }
  const { isPassive, isAhead, mainEvent, terms, events, topic, sourceTerms, source, attributed, negations } = content
  const { figures, times, reportedTimes, doubtful } = content
  const { names, subjects, objects, places, speakers } = content
  const lists = [names, subjects, objects, places, speakers]
  const ownNames = numbering<Name>()
  const indexes = lists.map((list) => list.map(ownNames.indexOf))
  const distinct = ownNames.all()
  const hasNames = distinct.length > 0
  const hasRareParts = figures.length + times.length + reportedTimes.length > 0 || doubtful !== null
  row.push((isPassive ? passive : 0) + (isAhead ? ahead : 0) + (hasNames ? named : 0) + (hasRareParts ? rare : 0))
  row.push(mainEvent === null ? 0 : words.indexOf(mainEvent) + 1)
  for (const set of [terms, events, topic, sourceTerms]) strings(set)
  for (const list of [source === null ? [] : [source], attributed, negations]) ranges(list)
  if (hasNames) {
    row.push(distinct.length)
    for (const { start, end, isModifier, key, words: own } of distinct) {
      row.push(start, end, Number(isModifier))
      strings([key, ...own])
    }
    for (const list of indexes) row.push(list.length, ...list)
  }
  if (hasRareParts) row.push(...packValue({ figures, times, reportedTimes, doubtful } satisfies RareParts, words))
  return row
}

/** The content that was packed, from the number at `from` on. */
export function unpackContent(numbers: Numbers, from: number, words: readonly string[]): Content {
  let at = from
  const number = (): number => numbers[at++] ?? 0
  const list = <T>(read: () => T): readonly T[] => {
    const size = number()
    if (size === 0) return none
    if (size > numbers.length - at) throw new RangeError(`a list of ${size} is longer than what is left`)
    const all = new Array<T>(size)
    for (let place = 0; place < size; place++) all[place] = read()
    return all
  }
  const string = (): string => words[number()] ?? ''
  const set = () => setOfDistinct(list(string))
  const range = (): Range => ({ start: number(), end: number() })
  const flags = number()
  const main = number()
  const [terms, events, topic, sourceTerms] = [set(), set(), set(), set()]
  const [source, attributed, negations] = [list(range), list(range), list(range)]
  const ownNames =
    (flags & named) === 0
      ? none
      : list((): Name => {
          const [start, end, isModifier] = [number(), number(), number() === 1]
          const [key = '', ...own] = list(string)
          return { start, end, key, words: own, isModifier }
        })
  const name = (): Name => {
    const one = ownNames[number()]
    if (one === undefined) throw new RangeError('a content has a name that does not exist')
    return one
  }
  const namesIn = () => ((flags & named) === 0 ? none : list(name))
  const [names, subjects, objects, places, speakers] = [namesIn(), namesIn(), namesIn(), namesIn(), namesIn()]
  const { figures, times, reportedTimes, doubtful } =
    (flags & rare) === 0 ? noRareParts : unpackValue<RareParts>(numbers, at, words)
  return {
    subjects,
    objects,
    places,
    isPassive: (flags & passive) !== 0,
    terms,
    events,
    mainEvent: main === 0 ? null : (words[main - 1] ?? ''),
    names,
    topic,
    isAhead: (flags & ahead) !== 0,
    figures,
    times,
    reportedTimes,
    negations,
    source: source[0] ?? null,
    attributed,
    sourceTerms,
    speakers,
    doubtful,
  }
}
