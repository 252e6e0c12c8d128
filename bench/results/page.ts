import { groupBy } from '../../src/resources/group-by.ts'
import { engineName, inOrder } from './engine-names.ts'
import type { Goal, Results, Row, Run } from './figures.ts'
import { goalsOf } from './goals.ts'

function number(value: number): string {
  if (value >= 100) return value.toFixed(0)
  return value.toPrecision(value >= 10 ? 3 : 2).replace(/\.0+$/, '')
}

const or = (value: number | null | undefined, unit = 1) =>
  value === null || value === undefined ? '' : number(value / unit)

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)]
}

const second = 1000

function sizeTable(rows: readonly Row[]): readonly string[] {
  const [{ size, corpus } = { size: 0, corpus: '' }] = rows
  const paragraphs = Math.max(...rows.map((row) => row.paragraphs))
  return [
    `### ${size.toLocaleString('en')} paragraphs`,
    '',
    `${paragraphs.toLocaleString('en')} paragraphs that can be found: ${corpus}.`,
    '',
    ...table(
      [
        'engine',
        'p50 ms',
        'p99 ms',
        'hostile ms',
        'R@1 %',
        'R@10 %',
        'questions',
        'reading s',
        'build s',
        'stored MB',
        'load s',
        'peak MB',
        'at rest MB',
      ],
      rows.map(({ engine, built, asked }) => [
        engineName(engine).name,
        or(asked?.p50Ms),
        or(asked?.p99Ms),
        or(asked?.hostileMs),
        or(asked?.r1),
        or(asked?.r10),
        String(asked?.questions ?? ''),
        or(built?.readingMs, second),
        or(built?.buildMs, second),
        or(built?.storedMb),
        or(asked?.loadMs, second),
        or(built?.peakMb),
        or(asked?.restMb),
      ]),
    ),
    '',
  ]
}

function goalRow({ what, limit, measured, unit, run }: Goal): readonly string[] {
  const verdict = measured <= limit ? 'met' : `**missed** by ${number(measured - limit)}${unit}`
  return [what, `${limit}${unit}`, `${number(measured)}${unit}`, verdict, `\`${run.command}\``]
}

const where = ({ date, node, machine }: Run) => `${machine}; Node ${node}; ${date}`

/** bench/RESULTS.md */
export function resultsPage(results: Results): string {
  const rows = inOrder(results.rows)
  const goals = [...goalsOf(rows), ...results.goals]
  const runs = groupBy([...rows, ...goals], ({ run }) => where(run))
  const versions = new Map(rows.map(({ engine, version }) => [engineName(engine).product, version]))
  return [
    '# Results',
    '',
    '`npm run bench -- scale` and other benches write this page, each its own part of it; the figures are in `bench/results.json`. [README](README.md) says what the commands measure.',
    '',
    'Measured on:',
    '',
    ...[...runs].map(([place, own]) => `- ${place}: ${commandsOf(own.map(({ run }) => run))}`),
    '',
    `Versions: ${[...versions].map(([name, version]) => `${name} ${version}`).join(', ')}.`,
    '',
    '## Goals',
    '',
    ...table(['goal', 'at most', 'measured', '', 'command'], goals.map(goalRow)),
    '',
    '## Scale',
    '',
    'Each engine builds its index in one process and answers in another one. Times are CPU times of all threads. `/ask` shows at most three',
    'items, so its R@10 is an R@3; an item counts if the paragraph that holds the answer is among its citations. If `/ask` refuses, its nearest',
    'paragraphs count. *hostile*: the slowest of questions that are made to be slow. *load*: from the stored index to the first answer, as on the',
    'console; the bot prepares the rest before it answers. *stored*: on disk, with the texts. *at rest*: resident memory after the questions,',
    'with the texts.',
    '',
    '![CPU time of a question by the number of paragraphs](scale.svg)',
    '',
    ...[...groupBy(rows, ({ size }) => size).values()].flatMap(sizeTable),
  ].join('\n')
}

function commandsOf(runs: readonly Run[]): string {
  return [...new Set(runs.map(({ command }) => `\`${command}\``))].join(', ')
}
