import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claim } from '../../../src/reading/facts/extract/claim.ts'
import { createPairGraph, graphFeatureNames, type ScoredPair } from '../../../src/reading/facts/pairs/pair-graph.ts'

const claimsOfArticle = 4
const articles = Array.from({ length: 4 }, (_, at) => ({ title: `Article ${at}` }))
const sentences = Array.from({ length: 8 }, (_, at) => ({ text: `Sentence ${at}.` }))
/** Two claims of each sentence, two sentences of each article. */
const claims = Array.from(
  { length: articles.length * claimsOfArticle },
  (_, at) =>
    ({ article: articles[Math.floor(at / claimsOfArticle)], sentence: sentences[Math.floor(at / 2)] }) as Claim,
)
const index = fc.nat({ max: claims.length - 1 })
const pairs = fc
  .uniqueArray(fc.record({ a: index, b: index, score: fc.double({ min: -4, max: 6, noNaN: true }) }), {
    selector: ({ a, b }) => a * claims.length + b,
    maxLength: 60,
  })
  .map((all) => all.filter(({ a, b }) => Math.floor(a / claimsOfArticle) < Math.floor(b / claimsOfArticle)))

/** The features by their definitions, from all pairs. */
function expected(all: readonly ScoredPair[], { a, b, score }: ScoredPair): readonly number[] {
  const noScore = -6
  const partners = (of: number) =>
    all.flatMap((pair) => {
      if (pair.a !== of && pair.b !== of) return []
      return [{ other: pair.a === of ? pair.b : pair.a, score: pair.score }]
    })
  const rivals = (from: number, to: number) =>
    partners(from).filter(({ other }) => other !== to && claims[other]?.article === claims[to]?.article)
  const side = (from: number, to: number) => {
    const isSameSentence = ({ other }: { readonly other: number }) => claims[other]?.sentence === claims[to]?.sentence
    const elsewhere = rivals(from, to).filter((rival) => !isSameSentence(rival))
    return {
      better: elsewhere.filter((rival) => rival.score > score).length,
      margin: score - Math.max(noScore, ...elsewhere.map((rival) => rival.score)),
      own:
        score -
        Math.max(
          noScore,
          ...rivals(from, to)
            .filter(isSameSentence)
            .map((rival) => rival.score),
        ),
    }
  }
  const thirds = partners(a)
    .filter(({ other }) => claims[other]?.article !== claims[b]?.article)
    .map((first) => [first.score, partners(b).find(({ other }) => other === first.other)?.score ?? noScore] as const)
  const [left, right] = [side(a, b), side(b, a)]
  return [
    score,
    left.better,
    right.better,
    left.margin,
    right.margin,
    Math.min(left.margin, right.margin),
    Math.max(left.own, right.own),
    Math.max(noScore, ...thirds.map(([first, second]) => Math.min(first, second))),
    thirds.filter(([first, second]) => first >= 1 && second < -2).length,
  ]
}

test('the features of a pair follow from the scores of the pairs around it', () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const graph = createPairGraph(all, (at) => claims[at])
      for (const pair of all) {
        const features = graph.features(pair)
        expect(features).toHaveLength(graphFeatureNames.length)
        expect([...features]).toEqual(expected(all, pair))
      }
    }),
  )
})
