/** A list of whole numbers from 0, with two or four bytes for each. */
export type Numbers = Uint16Array | Uint32Array

const maxShort = 0xffff

/** The numbers as a list of the smallest kind that holds them. */
export function numbersOf(all: readonly number[]): Numbers {
  return all.every((one) => one <= maxShort) ? Uint16Array.from(all) : Uint32Array.from(all)
}
