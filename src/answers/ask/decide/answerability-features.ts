import { termSetOf } from '../../../language/analysis/sentence.ts'
import type { Question } from '../question/parse-question.ts'
import { type Feature, features } from '../rank/features/feature-table.ts'
import { heldAround } from '../rank/features/held-around.ts'
import { missing } from '../rank/features/term-coverage.ts'
import type { Ranked } from '../rank/rank.ts'

/** The input of the decision whether a sentence answers: the sentence, and the other candidates. */
export interface Contest {
  readonly question: Question
  readonly candidate: Ranked
  /** All candidates, best first. */
  readonly ranked: readonly Ranked[]
}

interface ContestFeature {
  readonly name: string
  readonly meaning: string
  readonly value: (contest: Contest) => number
}

const copyShare = 0.5

/** Whether two sentences share at least half of their terms. Such sentences report the same thing, so neither counts against the other. */
function sharesHalf(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0
  for (const term of a) if (b.has(term)) shared++
  return shared >= copyShare * Math.min(a.size, b.size)
}

/** How far a candidate's score is above the best of the others that do not report the same thing; 5 if there are none. */
function margin({ candidate, ranked }: Contest, other: (rival: Ranked) => boolean): number {
  const own = termSetOf(candidate.sentence)
  const rival = ranked.find((one) => one !== candidate && other(one) && !sharesHalf(termSetOf(one.sentence), own))
  return rival === undefined ? 5 : Math.min(5, candidate.score - rival.score)
}

const contestFeatures: readonly ContestFeature[] = [
  { name: 'score', meaning: "the ranker's score", value: ({ candidate }) => candidate.score },
  {
    name: 'margin',
    meaning: 'how far it stands above the best of another paragraph',
    value: (contest) => margin(contest, ({ passage }) => passage !== contest.candidate.passage),
  },
  {
    name: 'margin inside',
    meaning: 'how far it stands above the best other sentence of its paragraph',
    value: (contest) => margin(contest, ({ passage }) => passage === contest.candidate.passage),
  },
  {
    name: 'unknown',
    meaning: "share of the question's weight that no text holds",
    value: ({ question: { terms, totalWeight } }) =>
      totalWeight === 0 ? 0 : terms.reduce((sum, { known, weight }) => sum + (known ? 0 : weight), 0) / totalWeight,
  },
  {
    name: 'size',
    meaning: 'how many paragraphs there are, as a logarithm',
    value: ({ candidate }) => Math.log(1 + candidate.view.generation.passages.length),
  },
  {
    name: 'missing names',
    meaning: "names of the question that neither the sentence, nor its paragraph, nor the article's lead holds",
    value: ({ question: { terms }, candidate }) => {
      const lead = candidate.view.leadHeld()
      return terms.filter(({ isName }, at) => isName && !candidate.paragraph.held[at] && !lead[at]).length
    },
  },
  {
    name: 'missing around',
    meaning:
      "the weightiest term missing from the paragraph, the two before it, the article's lead and its title, as a share",
    value: ({ candidate: { view } }) => missing(view, heldAround(view)),
  },
  {
    name: 'most held',
    meaning: 'how much more of the question some other candidate holds',
    value: ({ candidate }) => candidate.view.bestCoverage - candidate.coverage,
  },
]

/** The features of the answerability decision: those of the ranking, and those that compare the candidate with the others. */
export const doubtFeatures: readonly Pick<Feature, 'name' | 'meaning'>[] = [...features, ...contestFeatures]

export const doubtNames: readonly string[] = doubtFeatures.map(({ name }) => name)

export function doubtValues(contest: Contest): Float64Array {
  return Float64Array.from([...contest.candidate.values, ...contestFeatures.map(({ value }) => value(contest))])
}
