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
    '# What the library survives',
    '',
    'Written by `npm run torture`; a sample of the same runs in `npm test` (`tests/library`, `tests/corpus`), where each check',
    'is also run against a way of doing it that fails it. `npm run torture -- 0.1 kills stalls` runs two parts with a tenth of the counts.',
    '',
    about,
    '',
    '| part | what | how many | outcome | |',
    '| --- | --- | --- | --- | --- |',
    ...partNames.flatMap((part) => rows.get(part) ?? []),
    '',
    'A stall must not be over 100 ms, or half as long again as that of a process beside it that does nothing, whichever is more: the machine may be busy',
    'with others.',
    '',
    'The news of the larger parts is made up (`bench/torture/news.ts`): as many words, stories, quotations and figures as news has.',
    '',
  ].join('\n')
}
