import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { stopWords } from '../../../src/language/tokens/stop-words.ts'
import { stem } from '../../../src/language/tokens/terms.ts'
import { countryOf } from '../../../src/language/vocabulary/countries.ts'
import { principalAxes } from './principal-axes.ts'

const file = z.object({
  dimensions: z.number(),
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
})

/** Words, the commonest first, that are looked at. */
const maxWords = 100_000
/** Added to a word's rank: the forms of a stem are averaged by 1 / (rank + this), about how often they are used. */
const rankOffset = 10
/** The first axes distinguish common from rare words and say little about meaning (Mu & Viswanath, All-but-the-Top, 2018). */
const axesLeftOut = 2
const greatest = 127
const plain = /^[a-z]{2,}$/

/** Vectors of the commonest stems as signed bytes, one after the other. */
export interface StemVectors {
  readonly stems: readonly string[]
  readonly bytes: Int8Array
}

function normed(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  return vector.map((value) => (length === 0 ? 0 : value / length))
}

/** Reads `words` and `vectors` of a JSON file of word vectors and makes `most` vectors of `size` bytes, one a stem. */
export function stemVectors(path: string, most: number, size: number): StemVectors {
  const { dimensions, words, vectors } = file.parse(JSON.parse(readFileSync(path, 'utf8')))
  const found = new Map<string, { readonly sum: Float64Array; weight: number }>()
  words.slice(0, maxWords).forEach((word, rank) => {
    const vector = vectors[word]
    if (vector === undefined || !plain.test(word) || stopWords.has(word)) return
    const country = countryOf(word, true)
    const key = country === undefined ? stem(word) : `@${country}`
    const one = found.get(key) ?? { sum: new Float64Array(dimensions), weight: 0 }
    const weight = 1 / (rank + rankOffset)
    normed(Float64Array.from(vector.slice(0, dimensions))).forEach((value, at) => {
      one.sum[at] = (one.sum[at] ?? 0) + weight * value
    })
    one.weight += weight
    found.set(key, one)
  })
  const kept = [...found].toSorted(([, a], [, b]) => b.weight - a.weight).slice(0, most)
  const unit = kept.map(([, { sum }]) => normed(sum))
  const mean = Float64Array.from(
    { length: dimensions },
    (_, at) => unit.reduce((sum, one) => sum + (one[at] ?? 0), 0) / unit.length,
  )
  const centred = unit.map((one) => one.map((value, at) => value - (mean[at] ?? 0)))
  const axes = principalAxes(centred, dimensions).slice(axesLeftOut, axesLeftOut + size)
  const bytes = new Int8Array(kept.length * size)
  centred.forEach((one, place) => {
    const turned = axes.map((axis) => axis.reduce((sum, value, at) => sum + value * (one[at] ?? 0), 0))
    const top = Math.max(...turned.map(Math.abs))
    bytes.set(
      turned.map((value) => Math.round((value / top) * greatest)),
      place * size,
    )
  })
  return { stems: kept.map(([key]) => key), bytes }
}
