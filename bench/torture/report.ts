/** What came of one part. */
export interface Row {
  readonly what: string
  readonly count: string
  readonly outcome: string
  /** Whether all of it is as it must be. */
  readonly isRight: boolean
}

/** docs/torture.md. */
export function tortureTable(rows: readonly Row[], about: string, share: number): string {
  const part = share === 1 ? '' : ` with ${share} of the full counts`
  return [
    '# What the library survives',
    '',
    `Written by \`npm run torture\`${part}; a sample of the same runs in \`npm test\` (\`tests/library\`, \`tests/corpus\`), where each check`,
    'is also run against a way of doing it that fails it.',
    '',
    about,
    '',
    '| what | how many | outcome | |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      ({ what, count, outcome, isRight }) => `| ${what} | ${count} | ${outcome} | ${isRight ? 'ok' : '**wrong**'} |`,
    ),
    '',
    'A stall must not be over 100 ms, or half as long again as that of a process beside it that does nothing, whichever is more: the machine may be busy',
    'with others.',
    '',
    'The news of the larger parts is made up (`bench/torture/news.ts`): as many words, stories, quotations and figures as news has.',
    '',
  ].join('\n')
}
