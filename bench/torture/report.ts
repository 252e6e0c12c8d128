/** The parts, in the order in which they are run and reported. */
export const partNames = [
  'kills',
  'faults',
  'disk',
  'snapshots',
  'files',
  'reindexes',
  'forged',
  'starts',
  'stalls',
  'discord',
  'growth',
] as const

export type PartName = (typeof partNames)[number]

/** What came of one part. */
export interface Row {
  readonly what: string
  readonly count: string
  readonly outcome: string
  /** Whether all of it is as it must be. */
  readonly isRight: boolean
}

const partCell = /^\| (\w+) \| .*$/gm

/** docs/torture.md with the row of one part set, and those of the others as they were. `about` says where the part was run. */
export function withRow(page: string, name: PartName, { what, count, outcome, isRight }: Row, about: string): string {
  const rows = new Map([...page.matchAll(partCell)].map(([row, part]) => [part, row]))
  rows.set(name, `| ${name} | ${what} | ${count} | ${outcome} | ${isRight ? 'ok' : '**wrong**'} |`)
  return [
    '# Fault tests',
    '',
    '`npm run torture` writes this page. `npm test` runs a sample (`tests/library`, `tests/corpus`), and runs each check against a wrong',
    'implementation as well. `npm run torture -- 0.1 kills stalls` runs two parts with a tenth of the counts.',
    '',
    about,
    '',
    '| part | test | count | outcome | |',
    '| --- | --- | --- | --- | --- |',
    ...partNames.flatMap((part) => rows.get(part) ?? []),
    '',
    'A stall may last at most 100 ms, or 1.5 times the longest stall of an idle process on the same machine, whichever is more.',
    '',
    'The larger parts use made-up news (`bench/torture/news.ts`) with as many words, stories, quotations and figures as real news.',
    '',
  ].join('\n')
}
