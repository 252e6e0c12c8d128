import { basename, join } from 'node:path'
import { readCorpus } from '../../src/corpus/folder/read-folder.ts'
import { overlaps, type Range } from '../../src/language/text/range.ts'
import { resolveNames } from '../../src/reading/facts/cluster/resolve-names.ts'
import { reportWeights } from '../../src/reading/facts/cluster/term-weights.ts'
import type { Claim } from '../../src/reading/facts/extract/claim.ts'
import type { ClaimPair } from '../../src/reading/facts/pairs/features/pair.ts'
import { pairFeatures } from '../../src/reading/facts/pairs/features/pair-features.ts'
import { pairCandidates } from '../../src/reading/facts/pairs/pair-candidates.ts'
import { readStories } from '../../src/reading/facts/pairs/story-contexts.ts'
import { type EventGold, eventsOf, locate, type Place, readEventGold } from './event-gold.ts'
import { readReports } from './read-reports.ts'

/** The claims of a folder of articles about invented events, with its gold. */
export interface EventCorpus {
  readonly name: string
  readonly gold: EventGold
  readonly claims: readonly Claim[]
}

/** A candidate pair with its features. */
export interface PairExample extends ClaimPair {
  /** The event, for splits. */
  readonly event: string
  readonly values: Float64Array
  /** Whether both report the same fact; null if the gold leaves it open. */
  readonly label: boolean | null
}

/** The name of the event that a file is about. */
export function eventName(corpus: string, events: ReadonlyMap<string, string>, file: string): string {
  return `${corpus}:${events.get(file) ?? file}`
}

/** Reads a folder with `articles/` and gold. */
export async function readEventCorpus(folder: string): Promise<EventCorpus> {
  const { articles } = await readCorpus(join(folder, 'articles'))
  return { name: basename(folder), gold: readEventGold(folder), claims: resolveNames(readReports(articles)) }
}

const focusOf = ({ sentence, focus }: Claim): Range => ({
  start: sentence.start + focus.start,
  end: sentence.start + focus.end,
})
/** A claim reports a fact if it has at least this share of the shorter of the two. */
const minShare = 0.5

function reports(claim: Claim, place: Place): boolean {
  const [range, focus] = [locate(place, claim), focusOf(claim)]
  if (range === null) return false
  const shared = Math.min(range.end, focus.end) - Math.max(range.start, focus.start)
  return shared >= minShare * Math.min(range.end - range.start, focus.end - focus.start)
}

const share = (a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean =>
  [...(a ?? [])].some((id) => b?.has(id))

/** The facts of each claim: those that it reports, and those that its sentence touches. */
function factsOf({ gold, claims }: EventCorpus) {
  const own = new Map<Claim, ReadonlySet<string>>()
  const around = new Map<Claim, ReadonlySet<string>>()
  for (const claim of claims) {
    const ids = (holds: (place: Place) => boolean, withOptional: boolean) =>
      new Set(
        gold.facts
          .filter(({ members, optional }) => members.some(holds) || (withOptional && optional.some(holds)))
          .map(({ id }) => id),
      )
    own.set(
      claim,
      ids((place) => reports(claim, place), false),
    )
    around.set(
      claim,
      ids((place) => {
        const range = locate(place, claim)
        return range !== null && overlaps(range, claim.sentence)
      }, true),
    )
  }
  return { own, around }
}

/** The candidate pairs of a corpus. */
export function pairExamples(corpus: EventCorpus): PairExample[] {
  const weight = reportWeights(corpus.claims.filter(({ isMain }) => isMain))
  const { own, around } = factsOf(corpus)
  const events = eventsOf(corpus.gold)
  const found: PairExample[] = []
  for (const story of readStories(corpus.claims, weight)) {
    const context = story.context()
    for (const pair of pairCandidates(context)) {
      const [a, b] = [pair.left.claim, pair.right.claim]
      const isSame = share(own.get(a), own.get(b))
      found.push({
        ...pair,
        event: eventName(corpus.name, events, a.article.file),
        values: pairFeatures(pair, context),
        label: isSame || (share(around.get(a), around.get(b)) ? null : false),
      })
    }
  }
  return found
}
