import type { RunPart } from './run-numbering.ts'

const sections: ReadonlyMap<string, RunPart['within']> = new Map([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'] as const),
  ...['figcaption', 'caption'].map((name) => [name, 'caption'] as const),
  ['nav', 'navigation'],
])

/** What an element makes of the text in it; null for most elements. */
export function sectionOf(tagName: string): RunPart['within'] {
  return sections.get(tagName) ?? null
}
