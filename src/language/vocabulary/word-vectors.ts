import { readBytes, readLines } from '../../resources/resources.ts'

/** Vectors for the meaning of stems: words with similar use have similar vectors. */
export interface WordVectors {
  readonly size: number
  /** The stems and country codes that have a vector, in vector order. */
  readonly stems: readonly string[]
  /** The vector index of a stem or a country code, or -1. */
  placeOf(term: string): number
  /** The cosine similarity of the vectors at two indexes, 0 if one is missing. */
  likeness(a: number, b: number): number
  /** Adds the vector at an index, scaled to length `weight`, to a sum. */
  addTo(sum: Float64Array, place: number, weight: number): void
  /** The product of a sum and the vector at an index, scaled to length 1; 0 if it is missing. */
  product(sum: Float64Array, place: number): number
}

let known: WordVectors | undefined

function read(): WordVectors {
  const { buffer, byteOffset, length } = readBytes('glove/word-vectors.bin')
  const bytes = new Int8Array(buffer, byteOffset, length)
  const stems = readLines('glove/word-vectors.txt')
  const places = new Map(stems.map((stem, place) => [stem, place]))
  const size = length / stems.length
  const lengths = Float64Array.from({ length: places.size }, (_, place) => {
    let squares = 0
    for (let at = place * size; at < (place + 1) * size; at++) squares += (bytes[at] ?? 0) ** 2
    return Math.sqrt(squares)
  })
  return {
    size,
    stems,
    placeOf: (term) => places.get(term) ?? -1,
    likeness(a, b) {
      if (a < 0 || b < 0) return 0
      let sum = 0
      for (let left = a * size, right = b * size, at = 0; at < size; at++)
        sum += (bytes[left + at] ?? 0) * (bytes[right + at] ?? 0)
      return sum / ((lengths[a] ?? 1) * (lengths[b] ?? 1))
    },
    product(sum, place) {
      if (place < 0) return 0
      let product = 0
      for (let from = place * size, at = 0; at < size; at++) product += (sum[at] ?? 0) * (bytes[from + at] ?? 0)
      return product / (lengths[place] ?? 1)
    },
    addTo(sum, place, weight) {
      if (place < 0) return
      const scale = weight / (lengths[place] ?? 1)
      for (let from = place * size, at = 0; at < size; at++) sum[at] = (sum[at] ?? 0) + scale * (bytes[from + at] ?? 0)
    },
  }
}

/** The vectors of the 20,000 commonest English stems. Source: GloVe (bench/answers/lexicon). Loaded on first use. */
export function wordVectors(): WordVectors {
  known ??= read()
  return known
}
