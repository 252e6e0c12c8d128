import type { Article } from '../../src/corpus/article/article.ts'
import { attributeQuotations } from '../../src/reading/statements/attribute-quotations.ts'
import { readParsedArticle } from '../../src/reading/statements/entities/parsed-article.ts'
import { calibrated, readQuotations } from '../../src/reading/statements/read-quotations.ts'
import type { Quotation } from '../../src/reading/statements/spans/quotation.ts'
import { articleOf, type GoldDocument, readGold } from './gold.ts'
import { report } from './report.ts'
import { type Prediction, score } from './score.ts'
import { crossTrained } from './training.ts'

const usage = `npm run bench -- quotations DATA.jsonl [--cross N]
Reads every document with the shipped weights and prints figures, speed and errors by class. With --cross N each
document is read with weights trained on the other N-1 parts: use it on the data that the weights were trained on.
`

const [file, option, folds] = process.argv.slice(2)
if (file === undefined || (option !== undefined && option !== '--cross')) {
  process.stderr.write(usage)
  process.exit(2)
}
const gold = readGold(file)
const articles = gold.map(articleOf)
const read = option === '--cross' ? crossRead(gold, Number(folds ?? 5)) : articles.map(readQuotations)
process.stdout.write(
  report(
    score(
      gold,
      read.map((quotations, index) => inText(articles[index], quotations)),
    ),
  ),
)
process.stdout.write(`speed                  ${speed()} words a second on one core\n`)

function crossRead(documents: readonly GoldDocument[], parts: number): readonly (readonly Quotation[])[] {
  const classifiers = crossTrained(documents, parts)
  return articles.flatMap((article, index) => {
    const judge = classifiers[index]
    return judge === undefined ? [] : [attributeQuotations(readParsedArticle(article), judge).map(calibrated)]
  })
}

/** Quotations with offsets in the document's text instead of the paragraph's. */
function inText(article: Article | undefined, quotations: readonly Quotation[]): readonly Prediction[] {
  return quotations.map(({ paragraph, start, end, speaker, rule }) => {
    const offset = article?.paragraphs[paragraph - 1]?.fileStart ?? 0
    return { start: offset + start, end: offset + end, speaker, rule }
  })
}

/** Words read in a second, the median of five passes after one to warm up. */
function speed(): number {
  const words = gold.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  for (const article of articles) readQuotations(article)
  const rates = Array.from({ length: 5 }, () => {
    const start = performance.now()
    for (const article of articles) readQuotations(article)
    return (1000 * words) / (performance.now() - start)
  })
  return Math.round(rates.sort((a, b) => a - b)[2] ?? 0)
}
