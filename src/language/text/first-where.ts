/** The index of the first item that passes a test which all later ones pass too, or their number if none does, by binary search. */
export function firstWhere<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item === undefined || passes(item)) high = middle
    else low = middle + 1
  }
  return low
}
