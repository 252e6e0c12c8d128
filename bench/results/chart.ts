import { engineName, engineOrder, inOrder } from './engine-names.ts'
import type { Row } from './figures.ts'

const [width, height] = [860, 440]
const plot = { left: 70, top: 30, right: 640, bottom: 390 } as const
const colours = ['#0b5fff', '#0a8f6a', '#7a3cc2', '#c2457a', '#222222', '#8a8a8a', '#e07b00', '#b00020', '#4a7a00']

const title = 'CPU milliseconds of a question by the number of paragraphs: p50 (line), p99 (dashed)'

const ten = (power: number) => 10 ** power
const label = (value: number) => (value >= 1000 ? `${value / 1000}k` : String(value))
const round = (value: number) => value.toFixed(1)

/** The powers of ten around some values. */
function decades(values: readonly number[]): { readonly first: number; readonly last: number } {
  return {
    first: Math.floor(Math.log10(Math.min(...values))),
    last: Math.max(Math.ceil(Math.log10(Math.max(...values))), Math.floor(Math.log10(Math.min(...values))) + 1),
  }
}

const text = (x: number, y: number, content: string, more = '') =>
  `<text x="${round(x)}" y="${round(y)}"${more}>${content}</text>`

/** The CPU time of a question by the number of paragraphs, on two logarithmic scales: p50 as a line, p99 as a dashed one. */
export function scaleChart(all: readonly Row[]): string {
  const rows = inOrder(all.filter(({ asked }) => asked !== null))
  const times = rows.flatMap(({ asked }) => (asked === null ? [] : [asked.p50Ms, asked.p99Ms]))
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" fill="#222"><title>${title}</title>`
  const background = `<rect width="${width}" height="${height}" fill="#fff"/>`
  if (times.length === 0) return `${head}${background}</svg>\n`
  const [xs, ys] = [decades(rows.map(({ paragraphs }) => paragraphs)), decades(times)]
  const across = (size: number) =>
    plot.left + ((Math.log10(size) - xs.first) / (xs.last - xs.first)) * (plot.right - plot.left)
  const down = (ms: number) =>
    plot.bottom - ((Math.log10(ms) - ys.first) / (ys.last - ys.first)) * (plot.bottom - plot.top)

  const powers = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const grid = [
    ...powers(xs.first, xs.last).flatMap((power) => {
      const x = across(ten(power))
      return [
        `<line x1="${round(x)}" x2="${round(x)}" y1="${plot.top}" y2="${plot.bottom}" stroke="#ddd"/>`,
        text(x, plot.bottom + 18, label(ten(power)), ' text-anchor="middle"'),
      ]
    }),
    ...powers(ys.first, ys.last).flatMap((power) => {
      const y = down(ten(power))
      return [
        `<line x1="${plot.left}" x2="${plot.right}" y1="${round(y)}" y2="${round(y)}" stroke="#ddd"/>`,
        text(plot.left - 8, y + 4, label(Number(ten(power).toPrecision(1))), ' text-anchor="end"'),
      ]
    }),
  ]
  const engines = engineOrder.filter((engine) => rows.some((row) => row.engine === engine))
  const lines = engines.flatMap((engine, at) => {
    const own = rows.filter((row) => row.engine === engine)
    const colour = colours[engineOrder.indexOf(engine) % colours.length]
    const points = (time: (row: Row) => number | undefined) =>
      own.flatMap((row) => {
        const ms = time(row)
        return ms === undefined ? [] : [{ x: round(across(row.paragraphs)), y: round(down(ms)) }]
      })
    const line = (of: readonly { readonly x: string; readonly y: string }[], more: string) =>
      `<polyline points="${of.map(({ x, y }) => `${x},${y}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"${more}/>` +
      of.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`).join('')
    const y = plot.top + 12 + at * 24
    return [
      line(
        points(({ asked }) => asked?.p50Ms),
        '',
      ),
      line(
        points(({ asked }) => asked?.p99Ms),
        ' stroke-dasharray="5 4"',
      ),
      `<rect x="${plot.right + 16}" y="${y - 10}" width="12" height="12" fill="${colour}"/>`,
      text(plot.right + 36, y, engineName(engine).name.replaceAll('`', '')),
    ]
  })
  return `${[head, background, text(plot.left, 18, title), ...grid, ...lines, '</svg>'].join('\n')}\n`
}
