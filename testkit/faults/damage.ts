import { seededRandom } from '../random.ts'

/** A way in which a file can be spoilt: where, as a share of its length, and how many bytes. */
export interface Damage {
  readonly kind: 'flip' | 'cut' | 'zero'
  readonly at: number
  readonly length: number
}

/** So many different damages. */
export function damages(count: number, seed: number): readonly Damage[] {
  const next = seededRandom(seed)
  const kinds = ['flip', 'cut', 'zero'] as const
  return Array.from({ length: count }, (_, at) => ({
    kind: kinds[at % kinds.length] ?? 'flip',
    // Every tenth damages the beginning, which holds the hash and the sizes.
    at: at % 10 === 0 ? next() * 0.001 : next(),
    length: 1 + Math.floor(next() * 64),
  }))
}

/** Spoilt bytes, which differ from the whole ones. */
export function damage(whole: Buffer, { kind, at, length }: Damage): Buffer {
  const from = Math.min(whole.length - 1, Math.floor(at * whole.length))
  if (kind === 'cut') return Buffer.from(whole.subarray(0, from))
  const copy = Buffer.from(whole)
  if (kind === 'zero') copy.fill(0, from, from + length)
  if (kind === 'flip' || copy.equals(whole)) copy.writeUInt8((whole[from] ?? 0) ^ (1 << (length % 8)), from)
  return copy
}
