/** A way in which a file can be spoilt: where, as a share of its length, and how many bytes. */
export interface Damage {
  readonly kind: 'flip' | 'cut' | 'zero'
  readonly at: number
  readonly length: number
}

/** Numbers from 0 to 1 that look like chance, and are the same every time (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** So many different damages. */
export function damages(count: number, seed: number): readonly Damage[] {
  const next = chance(seed)
  const kinds = ['flip', 'cut', 'zero'] as const
  return Array.from({ length: count }, (_, at) => ({
    kind: kinds[at % kinds.length] ?? 'flip',
    // Every tenth strikes the beginning, where the hash and the sizes stand.
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
