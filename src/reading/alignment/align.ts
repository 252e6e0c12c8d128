/** The tokens between two shared tokens on the left and on the right, as token indexes; one side may be empty. */
export interface Gap {
  readonly left: Span
  readonly right: Span
}

/** Indexes: `from` inclusive, `to` exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Two aligned sequences. */
export interface Aligned {
  readonly gaps: readonly Gap[]
  /** The number of tokens that both have in the same order. */
  readonly shared: number
}

/** Maximum number of token pairs to compare; above it, all tokens between the shared prefix and suffix are one gap. */
const maxPairs = 160_000

/** Aligns two sequences by their longest common subsequence. */
export function align<T>(left: readonly T[], right: readonly T[], isSame: (a: T, b: T) => boolean): Aligned {
  const same = (i: number, j: number) => {
    const [a, b] = [left[i], right[j]]
    return a !== undefined && b !== undefined && isSame(a, b)
  }
  let start = 0
  while (start < left.length && same(start, start)) start++
  let [leftEnd, rightEnd] = [left.length, right.length]
  while (leftEnd > start && rightEnd > start && same(leftEnd - 1, rightEnd - 1)) {
    leftEnd--
    rightEnd--
  }
  const [rows, columns] = [leftEnd - start, rightEnd - start]
  const outside = left.length - rows
  if (rows === 0 && columns === 0) return { gaps: [], shared: outside }
  const whole = { left: { from: start, to: leftEnd }, right: { from: start, to: rightEnd } }
  if (rows * columns === 0 || rows * columns > maxPairs) return { gaps: [whole], shared: outside }

  const width = columns + 1
  const isEqual = new Uint8Array(rows * width)
  const longest = new Uint16Array((rows + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const equal = same(start + i, start + j)
      if (equal) isEqual[i * width + j] = 1
      longest[i * width + j] = equal ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const gaps: Gap[] = []
  let [i, j, fromLeft, fromRight] = [0, 0, 0, 0]
  const close = () => {
    if (i === fromLeft && j === fromRight) return
    gaps.push({
      left: { from: start + fromLeft, to: start + i },
      right: { from: start + fromRight, to: start + j },
    })
  }
  while (i < rows && j < columns) {
    if (isEqual[i * width + j] === 1) {
      close()
      i++
      j++
      fromLeft = i
      fromRight = j
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  i = rows
  j = columns
  close()
  return { gaps, shared: outside + at(0, 0) }
}
