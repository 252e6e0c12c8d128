import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Claim } from '../../src/reading/facts/extract/claim.ts'
import type { Fact } from '../../src/reading/facts/fact.ts'

const difference = z.object({ kind: z.enum(['figure', 'date', 'negation', 'wording']), values: z.array(z.string()) })
const gold = z.object({
  facts: z.array(
    z.object({ id: z.string(), members: z.array(z.string()), differences: z.array(difference).default([]) }),
  ),
})

/** A fact as a person marks it: the sentences that report it (`file:paragraph:words of the sentence`), and where they differ. */
export type GoldFact = z.infer<typeof gold>['facts'][number]

/** The gold facts of a folder of articles: its `gold.json`. */
export function readGold(folder: string): readonly GoldFact[] {
  return gold.parse(JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8'))).facts
}

/** How many were found, right, and wanted. */
export interface Score {
  readonly right: number
  readonly found: number
  readonly wanted: number
  /** What was found and is not in the gold, and what is in the gold and was not found. */
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
}

function placeOf({ article, paragraph, sentence }: Claim): string {
  return `${article.file}:${paragraph.number}:${sentence.start}`
}

function pairs(places: readonly string[]): string[] {
  const sorted = [...new Set(places)].sort()
  return sorted.flatMap((a, at) => sorted.slice(at + 1).map((b) => `${a} + ${b}`))
}

function placeOfMember(member: string, reports: readonly Claim[]): string {
  const [file = '', paragraph = '', ...words] = member.split(':')
  const found = reports.find(
    (report) =>
      report.article.file === file &&
      report.paragraph.number === Number(paragraph) &&
      report.sentence.text.includes(words.join(':')),
  )
  return found === undefined ? member : placeOf(found)
}

function score(found: ReadonlySet<string>, wanted: ReadonlySet<string>): Score {
  const wrong = [...found].filter((entry) => !wanted.has(entry))
  const missed = [...wanted].filter((entry) => !found.has(entry))
  return { right: found.size - wrong.length, found: found.size, wanted: wanted.size, wrong, missed }
}

/** Pairs of sentences that are said to report one fact, against the gold's. */
export function scorePairs(facts: readonly Fact[], goldFacts: readonly GoldFact[]): Score {
  const reports = facts.flatMap((fact) => fact.reports)
  return score(
    new Set(facts.flatMap((fact) => pairs(fact.reports.map(placeOf)))),
    new Set(goldFacts.flatMap(({ members }) => pairs(members.map((member) => placeOfMember(member, reports))))),
  )
}

interface ToldDifference {
  readonly kind: string
  readonly values: readonly string[]
  readonly places: readonly string[]
}

function isSameDifference(found: ToldDifference, wanted: ToldDifference): boolean {
  const shared = found.places.filter((place) => wanted.places.includes(place)).length
  const text = (value: string) => value.toLowerCase()
  return (
    found.kind === wanted.kind &&
    shared > 1 &&
    wanted.values.every((value) => found.values.some((other) => text(other).includes(text(value))))
  )
}

/** The differences that are shown, against the gold's: of one kind, in one fact, with every value of the gold in one of the values shown. */
export function scoreDifferences(facts: readonly Fact[], goldFacts: readonly GoldFact[]): Score {
  const reports = facts.flatMap((fact) => fact.reports)
  const found = facts.flatMap((fact): ToldDifference[] =>
    fact.differences.map(({ kind, variants }) => ({
      kind,
      places: fact.reports.map(placeOf),
      values: variants.map(({ report, range }) => report.sentence.text.slice(range.start, range.end)),
    })),
  )
  const wanted = goldFacts.flatMap(({ members, differences }): ToldDifference[] =>
    differences.map((difference) => ({
      ...difference,
      places: members.map((member) => placeOfMember(member, reports)),
    })),
  )
  const show = ({ kind, values }: ToldDifference) => `${kind}: ${values.join(' | ')}`
  const wrong = found.filter((one) => !wanted.some((other) => isSameDifference(one, other)))
  const missed = wanted.filter((one) => !found.some((other) => isSameDifference(other, one)))
  return {
    right: wanted.length - missed.length,
    found: found.length,
    wanted: wanted.length,
    wrong: wrong.map(show),
    missed: missed.map(show),
  }
}
