/** The index of the first item that passes a test, by binary search; the number of items if none does. All later items must pass it, too. */
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
