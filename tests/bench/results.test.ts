import { expect, test } from 'vitest'
import { scaleChart } from '../../bench/results/chart.ts'
import type { Row } from '../../bench/results/figures.ts'
import { goalsOf } from '../../bench/results/goals.ts'
import { resultsPage } from '../../bench/results/page.ts'
import { percentile } from '../../bench/scale/measured.ts'

const run = {
  date: '2026-01-02',
  node: '20.19.0',
  machine: '2 x Made Up, 4 GiB, linux',
  command: 'npm run bench -- scale',
}

function row(engine: string, size: number, p50Ms: number, p99Ms: number): Row {
  const asked = { loadMs: 500, restMb: 100, questions: 400, p50Ms, p99Ms, hostileMs: null, r1: 80, r10: null }
  return { size, engine, paragraphs: size, corpus: 'made-up articles', version: '1.0.0', built: null, asked, run }
}

const rows = [row('minisearch', 100_000, 20, 200), row('ask', 100_000, 4, 40), row('ask', 10_000, 2, 10)]

test('a percentile is the value that this share of the values do not exceed', () => {
  const values = Array.from({ length: 200 }, (_, at) => 200 - at)
  expect([0.5, 0.99, 1].map((share) => percentile(values, share))).toEqual([100, 198, 200])
  expect(percentile([7], 0.5)).toBe(7)
})

test('a goal is compared with the ratio of two engines in the rows of one size', () => {
  const goals = new Map(goalsOf(rows).map((goal) => [goal.what, goal]))
  const p50 = goals.get('question (`/ask`), p50 as a multiple of tuned MiniSearch, 100,000 paragraphs')
  const growth = goals.get('question (`/ask`), growth of p99 from 10,000 to 100,000 paragraphs')
  expect([p50?.measured, p50?.limit]).toEqual([0.2, 0.25])
  expect([growth?.measured, growth?.limit]).toEqual([4, 3])
})

test('the page says of each goal whether it is met, and otherwise by how much it is missed', () => {
  const page = resultsPage({ rows, goals: [{ what: 'a start', limit: 3, measured: 4.5, unit: ' x', run }] })
  const lines = page.split('\n')
  expect(lines.find((line) => line.includes('a start'))).toContain('**missed** by 1.5 x')
  expect(lines.find((line) => line.includes('p50 as a multiple'))).toContain('| met |')
  expect(page.indexOf('### 10,000 paragraphs')).toBeLessThan(page.indexOf('### 100,000 paragraphs'))
})

test('the chart has two lines for each engine, and twice the time is higher up', () => {
  const chart = scaleChart(rows)
  const lines = [...chart.matchAll(/<polyline points="([^"]*)"/g)].map(([, points = '']) => points.split(' '))
  expect(lines.map(({ length }) => length)).toEqual([2, 2, 1, 1])
  const heights = lines[0]?.map((point) => Number(point.split(',')[1])) ?? []
  expect(heights[1]).toBeLessThan(heights[0] ?? 0)
})

test('there is a chart even before anything is measured', () => {
  expect(scaleChart([])).toContain('</svg>')
})
