import { isContradiction, supportTexts } from '../../../../commands/support/texts/fact-text.ts'
import type { ArticleReference, Citation } from '../../../answers/answer/cited-text.ts'
import type { RepeatedText, TextItem } from '../../../answers/answer/item.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import { dayText } from '../text/day-text.ts'
import { inline, opening, quoted } from '../text/inline-text.ts'
import { linked, linkTarget } from '../text/link.ts'
import { small } from '../text/small-print.ts'

const maxOutletLength = 40
/** With a date and a paragraph's number, a title of this length fits on one line of a phone. */
const maxTitleLength = 28
const maxPlaces = 3
/** Characters of small print that a phone shows on one line, more or less. Further sources are counted. */
const lineLength = 56

/** What an article is called in a line of sources: its outlet, or the beginning of its title, without a full stop. */
export function sourceName({ outlet, title }: Pick<ArticleReference, 'outlet' | 'title'>): string {
  return outlet === null ? opening(title.replace(/(?<=.)\.$/, ''), maxTitleLength) : opening(outlet, maxOutletLength)
}

/** An article with the paragraphs of it that an item cites. */
interface Source {
  readonly article: Citation
  readonly paragraphs: readonly number[]
}

/** Citations by article, in their order. */
function byArticle(citations: readonly Citation[]): readonly Source[] {
  const sources = new Map<string, { readonly article: Citation; readonly paragraphs: Set<number> }>()
  for (const citation of citations) {
    const known = sources.get(citation.file) ?? { article: citation, paragraphs: new Set() }
    sources.set(citation.file, known)
    known.paragraphs.add(citation.paragraph)
  }
  return [...sources.values()].map(({ article, paragraphs }) => ({ article, paragraphs: [...paragraphs] }))
}

const placesText = ({ paragraphs }: Source): string =>
  paragraphs
    .slice(0, maxPlaces)
    .map((number) => `¶${number}`)
    .join(', ')

/** "Harbour Times, 12 Mar 2024". */
function nameText({ article }: Source): string {
  const { date } = article
  return [sourceName(article), ...(date === null ? [] : [dayText(date)])].join(', ')
}

/**
 * A further source, without its date unless only the date tells it from one that is named before; by its date alone, to be short, if the
 * source right before it has the same name.
 */
function furtherText(source: Source, before: readonly Source[]): string {
  const name = sourceName(source.article)
  const places = placesText(source)
  const { date } = source.article
  if (!before.some(({ article }) => sourceName(article) === name)) return `${name} ${places}`
  const previous = before.at(-1)?.article
  const isNext = previous !== undefined && sourceName(previous) === name && previous.date !== date
  return isNext && date !== null
    ? fixedText('sources.also-on', { day: dayText(date), places })
    : `${nameText(source)}, ${places}`
}

/** How well a fact is supported; of the source that its articles cite only what the snippet does not say itself. */
function supportOf(item: TextItem, articles: number): readonly string[] {
  if (item.kind !== 'fact' || item.support === null) return []
  const { independent, attribution } = item.support
  const isWorthIt = attribution?.articles === articles && !item.snippet.text.includes(attribution.source.text)
  const support = { independent, attribution: isWorthIt ? attribution : null }
  return supportTexts(support, articles, quoted)
}

/** The articles that contradict the snippet of an item; the line above the quote names them. */
function contradicting(item: TextItem): ReadonlySet<string> {
  if (item.kind !== 'fact' && item.kind !== 'sentence') return new Set()
  const { file } = item.snippet.citation
  const filesOf = ({ citation, alsoIn }: RepeatedText) => [citation, ...alsoIn].map((one) => one.file)
  return new Set(
    item.differences
      .filter(isContradiction)
      .flatMap(({ values }) => values.map(filesOf).filter((files) => !files.includes(file)))
      .flat(),
  )
}

/**
 * The sources of an item as one line of small print: the first one as a link if the article has an address, as many others as fit, and
 * a count of the rest. Articles that contradict the snippet are none of its sources. `number` is the item's.
 */
export function sourceLine(item: TextItem, number: number | null): string {
  const [first, ...all] = byArticle([item.snippet.citation, ...item.alsoIn])
  if (first === undefined) return ''
  const otherwise = contradicting(item)
  const others = all.filter(({ article }) => !otherwise.has(article.file))
  const named = nameText(first)
  const shown: string[] = []
  let length = named.length + placesText(first).length
  for (const [at, source] of others.entries()) {
    const text = furtherText(source, [first, ...others.slice(0, at)])
    length += text.length + 3
    if (length > lineLength) break
    shown.push(inline(text))
  }
  const left = others.length - shown.length
  return `${small}${[
    ...(number === null ? [] : [`**${number}**`]),
    linked(named, placesText(first), linkTarget(first.article.url)),
    ...shown,
    ...(left === 0 ? [] : [fixedText('sources.more', { count: left })]),
    ...supportOf(item, all.length + 1),
  ].join(' · ')}`
}
