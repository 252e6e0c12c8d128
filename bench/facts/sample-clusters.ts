import { parseArgs } from 'node:util'
import { groupFacts } from '../../src/reading/facts/cluster-facts.ts'
import { readParagraphArticles } from './paragraph-articles.ts'
import { readReports } from './read-reports.ts'

// Prints facts that several articles report, to be judged by a reader:
// node dist/bench/facts/sample-clusters.js PARAGRAPHS.jsonl [--by document] [--most 100]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { by: { type: 'string', default: 'paragraph' }, most: { type: 'string', default: '100' } },
})
const [path] = positionals
if (path === undefined) throw new Error('sample-clusters needs the path of a file of paragraphs')
const reports = readReports(readParagraphArticles(path, values.by === 'document' ? 'document' : 'paragraph'))
const began = performance.now()
const facts = groupFacts(reports)
const took = performance.now() - began
const several = facts.filter((fact) => new Set(fact.reports.map(({ article }) => article)).size > 1)
const step = Math.max(1, several.length / Number(values.most))
const write = (text: string) => process.stdout.write(`${text}\n`)
write(`${reports.length} reports, ${facts.length} facts, ${several.length} of several articles, ${Math.round(took)} ms`)
for (let at = 0; at < several.length; at += step) {
  write('---')
  for (const { article, sentence, focus } of several[Math.floor(at)]?.reports ?? []) {
    const { text } = sentence
    write(`${article.id}: ${text.slice(0, focus.start)}[${text.slice(focus.start, focus.end)}]${text.slice(focus.end)}`)
  }
}
