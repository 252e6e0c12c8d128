import { groupFacts } from '../../src/reading/facts/cluster-facts.ts'
import { exponent } from '../exponent.ts'
import { madeUpArticles } from './made-up-articles.ts'
import { readReports } from './read-reports.ts'

// How the time to read facts grows with the number of sentences: npm run bench -- facts

const sizes = [1_000, 2_000, 4_000, 8_000, 16_000, 32_000]
const runs = 3

interface Measured {
  readonly sentences: number
  readonly read: number
  readonly group: number
  readonly facts: number
}

function measure(sentences: number): Measured {
  const articles = madeUpArticles(sentences)
  const began = performance.now()
  const reports = readReports(articles)
  const read = performance.now()
  const facts = groupFacts(reports).filter((fact) => fact.reports.length > 1).length
  return { sentences, read: read - began, group: performance.now() - read, facts }
}

measure(sizes[0] ?? 0)
const write = (text: string) => process.stdout.write(`${text}\n`)
write('sentences   read ms   group ms   facts of several')
const best = sizes.map((sentences) => {
  const all = Array.from({ length: runs }, () => measure(sentences))
  const least = (of: 'read' | 'group') => Math.min(...all.map((one) => one[of]))
  const result = { sentences, read: least('read'), group: least('group'), facts: all[0]?.facts ?? 0 }
  write(
    [sentences, Math.round(result.read), Math.round(result.group), result.facts]
      .map((n) => String(n).padStart(9))
      .join('  '),
  )
  return result
})
const grows = (of: 'read' | 'group') => exponent(best.map((one) => [one.sentences, one[of]])).toFixed(2)
write(`time grows as sentences^b: reading b = ${grows('read')}, grouping b = ${grows('group')} (best of ${runs} runs)`)
