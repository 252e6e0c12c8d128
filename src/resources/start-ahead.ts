/** Work on the items of a list, of which some is done before it is asked for. */
export interface AheadWork<Result> {
  /** The result for the item at an index. Ask for them in order. */
  resultAt(index: number): Promise<Result>
  /** Waits until everything that was started has ended. */
  settle(): Promise<void>
}

/** Starts work on items in order: on the one asked for, and on the `ahead` - 1 after it. */
export function startAhead<Item, Result>(
  items: readonly Item[],
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AheadWork<Result> {
  const started: Promise<Result>[] = []
  return {
    async resultAt(index) {
      for (const item of items.slice(started.length, index + ahead)) {
        const result = work(item)
        // A failure is reported when this result is asked for.
        result.catch(() => undefined)
        started.push(result)
      }
      const result = started[index]
      if (result === undefined) throw new RangeError(`there is no item ${index}`)
      return result
    },
    async settle() {
      await Promise.allSettled(started)
    },
  }
}
