const sweeps = 60
const least = 1e-12

/**
 * The principal axes of vectors whose mean is zero, the one along which they spread most first: the eigenvectors of their
 * covariance, by Jacobi's rotations.
 */
export function principalAxes(vectors: readonly Float64Array[], size: number): readonly Float64Array[] {
  const covariance = Array.from({ length: size }, () => new Float64Array(size))
  for (const vector of vectors) {
    for (let a = 0; a < size; a++) {
      const row = covariance[a] ?? new Float64Array(size)
      const value = vector[a] ?? 0
      for (let b = 0; b < size; b++) row[b] = (row[b] ?? 0) + value * (vector[b] ?? 0)
    }
  }
  const axes = Array.from({ length: size }, (_, at) => Float64Array.from({ length: size }, (_, b) => Number(at === b)))
  const at = (matrix: readonly Float64Array[], row: number, column: number) => matrix[row]?.[column] ?? 0
  const rotate = (matrix: readonly Float64Array[], p: number, q: number, cos: number, sin: number) => {
    const [first, second] = [matrix[p], matrix[q]]
    if (first === undefined || second === undefined) return
    for (let k = 0; k < size; k++) {
      const [a, b] = [first[k] ?? 0, second[k] ?? 0]
      first[k] = cos * a - sin * b
      second[k] = sin * a + cos * b
    }
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let off = 0
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const between = at(covariance, p, q)
        off += between * between
        if (Math.abs(between) < least) continue
        const angle = (at(covariance, q, q) - at(covariance, p, p)) / (2 * between)
        const tangent = Math.sign(angle || 1) / (Math.abs(angle) + Math.sqrt(angle * angle + 1))
        const cos = 1 / Math.sqrt(tangent * tangent + 1)
        const sin = tangent * cos
        rotate(covariance, p, q, cos, sin)
        for (const row of covariance) {
          const [a, b] = [row[p] ?? 0, row[q] ?? 0]
          row[p] = cos * a - sin * b
          row[q] = sin * a + cos * b
        }
        rotate(axes, p, q, cos, sin)
      }
    }
    if (off < least) break
  }
  return axes
    .map((axis, place) => ({ axis, spread: at(covariance, place, place) }))
    .toSorted((a, b) => b.spread - a.spread)
    .map(({ axis }) => axis)
}
