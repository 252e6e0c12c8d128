import { type Kind, kinds } from './kinds.ts'
import type { WindowName } from './measure.ts'

export const picturesFolder = 'docs/pictures'

/** The heights of an answer in pixels, by window. */
export type Heights = Readonly<Record<WindowName, number>>

export const pictureOf = ({ name }: Pick<Kind, 'name'>, window: WindowName): string => `${name}-${window}.png`

const head = `# Pictures of every kind of answer

The real bot, on made-up articles, in a preview of Discord: in a window of 900 pixels, and in one of 420 as on a phone. \`npm run pictures\`
takes them again and writes this page. Heights are in pixels; a test fails when an answer grows to half as much again.

| answer | window | phone |
| --- | --- | --- |
`

/** The page that lists all pictures. */
export function heightTable(heights: ReadonlyMap<string, Heights>): string {
  const rows = kinds.map((kind) => {
    const { desktop = 0, phone = 0 } = heights.get(kind.name) ?? {}
    return `| ${kind.about} | [${desktop}](${pictureOf(kind, 'desktop')}) | [${phone}](${pictureOf(kind, 'phone')}) |\n`
  })
  return head + rows.join('')
}

/** The heights that such a page states, by the name of the kind. */
export function readHeightTable(page: string): ReadonlyMap<string, Heights> {
  const rows = page.matchAll(/\[(\d+)\]\(([\w-]+)-desktop\.png\) \| \[(\d+)\]\(\2-phone\.png\)/g)
  return new Map(
    [...rows].map(([, desktop, name = '', phone]) => [name, { desktop: Number(desktop), phone: Number(phone) }]),
  )
}
