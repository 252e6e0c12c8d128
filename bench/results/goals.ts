import type { Goal, Row } from './figures.ts'

const commandNames = [
  ['ask', 'question (`/ask`)'],
  ['who-said', 'words (`/who-said`)'],
  ['facts', 'topic (`/facts`)'],
] as const

/** The goals that the rows of the scale bench are compared with. Those whose rows are missing are left out. */
export function goalsOf(rows: readonly Row[]): readonly Goal[] {
  const sizes = [...new Set(rows.map(({ size }) => size))]
  const [small = 0, large = 0] = [Math.min(...sizes), Math.max(...sizes)]
  const rowOf = (engine: string, size: number) => rows.find((row) => row.engine === engine && row.size === size)
  const goals: Goal[] = []
  function add(what: string, limit: number, unit: string, row: Row | undefined, value: number | undefined): void {
    if (row !== undefined && value !== undefined) goals.push({ what, limit, unit, measured: value, run: row.run })
  }
  const ratio = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? undefined : a / b
  const count = (size: number) => size.toLocaleString('en')

  const [smallAsk, smallPlain] = [rowOf('ask', small), rowOf('minisearch', small)]
  add(
    `question (\`/ask\`), p50 as a multiple of tuned MiniSearch, ${count(small)} paragraphs`,
    6,
    ' x',
    smallAsk,
    ratio(smallAsk?.asked?.p50Ms, smallPlain?.asked?.p50Ms),
  )
  const [ask, plain] = [rowOf('ask', large), rowOf('minisearch', large)]
  if (large === 100_000) {
    const here = `${count(large)} paragraphs`
    for (const [name, limit, of] of [
      ['p50', 0.25, 'p50Ms'],
      ['p99', 0.15, 'p99Ms'],
    ] as const) {
      const multiple = ratio(ask?.asked?.[of], plain?.asked?.[of])
      add(`question (\`/ask\`), ${name} as a multiple of tuned MiniSearch, ${here}`, limit, ' x', ask, multiple)
    }
    const tenth = rowOf('ask', 10_000)
    add(
      'question (`/ask`), growth of p99 from 10,000 to 100,000 paragraphs',
      3,
      ' x',
      ask,
      ratio(ask?.asked?.p99Ms, tenth?.asked?.p99Ms),
    )
    for (const [engine, name] of [
      ['who-said', 'words (`/who-said`)'],
      ['facts', 'topic (`/facts`)'],
      ['complete', 'completion of topics'],
    ] as const) {
      const row = rowOf(engine, large)
      add(`${name}, p99, ${here}`, 50, ' ms', row, row?.asked?.p99Ms)
    }
    for (const [engine, name] of commandNames) {
      const row = rowOf(engine, large)
      add(`${name}, the slowest hostile question, ${here}`, 50, ' ms', row, row?.asked?.hostileMs ?? undefined)
    }
    add(
      `memory at rest as a multiple of tuned MiniSearch, ${here}`,
      1.5,
      ' x',
      ask,
      ratio(ask?.asked?.restMb, plain?.asked?.restMb),
    )
    add(`reading ${here}, peak memory`, 900, ' MB', ask, ask?.built?.peakMb)
  }
  for (const [engine, name] of commandNames) {
    const asked = rowOf(engine, 20_000)?.asked
    const multiple = ratio(asked?.hostileMs ?? undefined, asked?.p50Ms)
    add(
      `${name}, the slowest hostile question as a multiple of p50, 20,000 paragraphs`,
      10,
      ' x',
      rowOf(engine, 20_000),
      multiple,
    )
  }
  const ten = rowOf('ask', 10_000)
  add('from the stored index to the first answer, 10,000 paragraphs', 1000, ' ms', ten, ten?.asked?.loadMs)
  return goals
}
