import type { Item, TextItem } from '../../src/answers/answer/item.ts'

/** Items that all show text of articles. */
export function textItems(items: readonly Item[]): readonly TextItem[] {
  return items.map((item) => {
    if (item.kind === 'metadata') throw new Error(`The answer shows no text but metadata: ${item.field}.`)
    return item
  })
}
