import type { Article } from '../../../corpus/article/article.ts'
import { normalise } from '../../../language/tokens/normalise.ts'
import { groupBy } from '../../../resources/group-by.ts'
import { oncePerKey } from '../../../resources/once-per-key.ts'
import { alignWords } from '../compare/align-words.ts'
import type { CitedSource, Claim } from '../extract/claim.ts'
import {
  articleCredits,
  creditedOutlets,
  isOutlet,
  isSameOutlet,
  type KnownOutlets,
  knownOutlets,
  outletKey,
} from '../lexicon/news-agencies.ts'

/** The sources that support a fact. */
export interface Sources {
  /** How many of its articles are independent: copies, and texts that credit another's outlet, count once. */
  readonly independent: number
  /** The source that the reports cite, in the words of `report`, or null if they cite none or different ones. */
  readonly attributedTo: Source | null
  /** The number of articles that cite it. */
  readonly citedBy: number
}

/** A source as worded in a report. */
export interface Source extends CitedSource {
  readonly report: Claim
}

/** Which articles share a text or an outlet. */
export interface Origins {
  /** Whether most of one article is also in the other word for word. */
  isCopy(a: Article, b: Article): boolean
  credits(article: Article): ReadonlySet<string>
  readonly outlets: KnownOutlets
}

/** Two articles are copies if they share at least this fraction of the shorter one's sentences. */
const copyShare = 0.4
const minCopiedSentences = 3
const nearCopy = 0.8
/** Articles beyond this many never count as independent: the count never exceeds what was checked. */
const maxCounted = 60
/** The sources of at most this many reports are compared. */
const maxCiting = 40

/** Finds which articles of the reports are copies and which outlets they credit. */
export function readOrigins(reports: readonly Claim[]): Origins {
  const byArticle = groupBy(reports, ({ article }) => article)
  const articles = [...byArticle.keys()]
  const outlets = knownOutlets(articles.flatMap(({ outlet }) => (outlet === null ? [] : [outletKey(outlet)])))
  const credits = new Map(articles.map((article) => [article, articleCredits(article, outlets)]))
  const sentencesOf = oncePerKey(
    (article: Article): ReadonlySet<string> =>
      new Set(byArticle.get(article)?.map(({ sentence }) => sentence.terms.map(({ term }) => term).join(' '))),
  )
  return {
    outlets,
    credits: (article) => credits.get(article) ?? new Set(),
    isCopy(a, b) {
      const [mine, others] = [sentencesOf(a), sentencesOf(b)]
      let shared = 0
      for (const sentence of mine) if (others.has(sentence)) shared++
      return shared >= minCopiedSentences && shared >= Math.min(mine.size, others.size) * copyShare
    },
  }
}

function isCopied(a: Claim, b: Claim): boolean {
  return alignWords(a.sentence, a.focus, b.sentence, b.focus).alike >= nearCopy
}

/** The possible outlets of a report: the article's own, and those credited for this sentence or the whole article. */
function outletsOf(report: Claim, origins: Origins): string[] {
  const { article, sentence } = report
  const own = article.outlet === null ? [] : [outletKey(article.outlet)]
  return [...own, ...origins.credits(article), ...creditedOutlets(sentence.text, origins.outlets)]
}

function independentOf(all: readonly Claim[], origins: Origins): number {
  const reports = [...new Map(all.map((report) => [report.article, report])).values()].slice(0, maxCounted)
  const groups: { readonly reports: Claim[]; readonly outlets: string[] }[] = []
  for (const report of reports) {
    const outlets = outletsOf(report, origins)
    const joined = groups.filter(
      (group) =>
        group.outlets.some((outlet) => outlets.some((own) => isSameOutlet(own, outlet))) ||
        group.reports.some((other) => origins.isCopy(other.article, report.article)) ||
        // Last because it is the slowest check.
        group.reports.some((other) => isCopied(other, report)),
    )
    const [first, ...others] = joined
    if (first === undefined) {
      groups.push({ reports: [report], outlets })
      continue
    }
    first.reports.push(report, ...others.flatMap((group) => group.reports))
    first.outlets.push(...outlets, ...others.flatMap((group) => group.outlets))
    for (const other of others) groups.splice(groups.indexOf(other), 1)
  }
  return groups.length
}

function agree(a: Claim, b: Claim): boolean {
  const [mine, others] = [a.source?.terms ?? new Set<string>(), b.source?.terms ?? new Set<string>()]
  const shared = [...mine].filter((term) => others.has(term)).length
  return shared > 0 && shared >= Math.min(mine.size, others.size) / 2
}

/** The sources of most facts: one object for all of them. */
const soleArticle: Sources = { independent: 1, attributedTo: null, citedBy: 0 }

/** The sources that support the reports of a fact. */
export function sourcesOf(reports: readonly Claim[], origins: Origins): Sources {
  const citing = reports
    .filter(({ source }) => source !== null && !isOutlet(source.text, origins.outlets))
    .slice(0, maxCiting)
  // The wording that most of them use; ties go to the shortest.
  const use = ({ source }: Claim) =>
    citing.filter((other) => normalise(other.source?.text ?? '').includes(normalise(source?.text ?? ''))).length
  const [usual] = citing
    .map((report) => ({ report, uses: use(report), length: report.source?.text.length ?? 0 }))
    .sort((a, b) => b.uses - a.uses || a.length - b.length)
    .map(({ report }) => report)
  const isOne = usual !== undefined && citing.every((report) => agree(report, usual))
  const attributedTo = isOne && usual.source ? { report: usual, ...usual.source } : null
  const citingArticles = new Set(citing.map(({ article }) => article))
  const independent = independentOf(reports, origins)
  if (independent === 1 && attributedTo === null) return soleArticle
  return { independent, attributedTo, citedBy: attributedTo === null ? 0 : citingArticles.size }
}
