/** A list of whole numbers below 2^32 that grows. */
export interface GrowingNumbers {
  readonly length: number
  add(value: number): void
  /** All numbers; the list grows no more. */
  all(): Uint32Array
}

export function growingNumbers(): GrowingNumbers {
  let numbers = new Uint32Array(1024)
  let length = 0
  return {
    get length() {
      return length
    },
    add(value) {
      if (length === numbers.length) {
        const larger = new Uint32Array(2 * length)
        larger.set(numbers)
        numbers = larger
      }
      numbers[length++] = value
    },
    all: () => numbers.subarray(0, length),
  }
}
