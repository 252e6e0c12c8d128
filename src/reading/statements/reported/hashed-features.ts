/** Collects the features of one candidate, each as a place in the table of weights. */
export interface FeatureSink {
  readonly places: Int32Array
  count: number
}

/** More than any part of a candidate has. */
const maxFeatures = 256

export const createSink = (): FeatureSink => ({ places: new Int32Array(maxFeatures), count: 0 })

/** The number of weights of a model, as a power of two. Tables of 2^21 places were no better in cross-validation. */
export const tableBits = 17
export const tableSize = 2 ** tableBits

/** Odd multipliers of multiply-shift hashing (Dietzfelbinger et al. 1997), one for each value; the first is 2^32 divided by the golden ratio. */
const multipliers = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const
const [first, second, third, fourth] = multipliers

function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), first)
  return mixed ^ (mixed >>> 15)
}

/** A 32-bit hash of a text. */
export function hashText(text: string): number {
  let hash = 0
  for (let at = 0; at < text.length; at++) hash = mix(Math.imul(hash, second) + text.charCodeAt(at) + 1)
  return hash
}

/** A kind of feature: its values, up to four, make one place in the table (the hashing trick, Weinberger et al. 2009). */
export type Template = (sink: FeatureSink, a?: number, b?: number, c?: number, d?: number) => void

/** A template by its name. Names are part of the trained models: a model fits only the code that it was trained with. */
export function template(name: string): Template {
  const base = hashText(name)
  return (sink, a = 0, b = 0, c = 0, d = 0) => {
    const sum = base + Math.imul(a, first) + Math.imul(b, second) + Math.imul(c, third) + Math.imul(d, fourth)
    sink.places[sink.count++] = Math.imul(mix(sum | 0), third) >>> (32 - tableBits)
  }
}
