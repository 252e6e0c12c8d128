import type { Article, Paragraph } from '../../../corpus/article/article.ts'
import {
  type PackedSentences,
  packSentences,
  type SentenceInText,
  unpackSentences,
} from '../../../language/analysis/packed-sentences.ts'
import type { Sentence } from '../../../language/analysis/sentence.ts'
import type { Range } from '../../../language/text/range.ts'
import type { CitedSource, Claim, Setting } from '../../../reading/facts/extract/claim.ts'
import type { Content } from '../../../reading/facts/extract/claim-content.ts'
import { type Numbering, numbering } from '../../../resources/numbers/numbering.ts'
import { type Numbers, numbersOf } from '../../../resources/numbers/packed-numbers.ts'
import { recentResults } from '../../../resources/recent-results.ts'
import { packContent, unpackContent } from './packed-content.ts'

/** The reports of an article as lists of numbers: a fifth of the memory. */
export interface PackedReports {
  readonly sentences: PackedSentences
  readonly paragraphs: readonly Paragraph[]
  readonly settings: readonly Setting[]
  readonly sources: readonly CitedSource[]
  /** The numbers of each report, one report after the other: `fields`, then its content. */
  readonly numbers: Numbers
  /** Where the numbers of each report begin. */
  readonly starts: Numbers
}

/** The places of the first numbers of a report; `source` is 0 for none, otherwise the index of the source plus 1. */
const fields = { sentence: 0, paragraph: 1, start: 2, end: 3, setting: 4, source: 5, isMain: 6, content: 7 } as const

const sourceKey = ({ text, paragraph, range, terms }: CitedSource): string =>
  JSON.stringify([paragraph.number, range.start, range.end, text, [...terms]])

/** Packs the reports of an article; `words` numbers their words. */
export function packReports(reports: readonly Claim[], words: Numbering<string>): PackedReports {
  const sentences: SentenceInText[] = []
  const sentenceIndexes = numbering<Sentence>()
  const paragraphs = numbering<Paragraph>()
  const settings = numbering<Setting>()
  const sources: CitedSource[] = []
  const sourceKeys = numbering<string>()
  const numbers: number[] = []
  const starts: number[] = []
  const sourceNumber = (source: CitedSource | null): number => {
    if (source === null) return 0
    const index = sourceKeys.indexOf(sourceKey(source))
    if (index === sources.length) sources.push(source)
    return index + 1
  }
  for (const { paragraph, sentence, focus, setting, source, isMain, content } of reports) {
    const index = sentenceIndexes.indexOf(sentence)
    if (index === sentences.length) sentences.push({ text: paragraph, sentence })
    starts.push(numbers.length)
    numbers.push(
      index,
      paragraphs.indexOf(paragraph),
      focus.start,
      focus.end,
      settings.indexOf(setting),
      sourceNumber(source),
      Number(isMain),
      ...packContent(content, words),
    )
  }
  return {
    sentences: packSentences(sentences, words),
    paragraphs: paragraphs.all(),
    settings: settings.all(),
    sources,
    numbers: numbersOf(numbers),
    starts: numbersOf(starts),
  }
}

/** The reports of an article, with their sentences. */
interface Unpacked {
  readonly article: Article
  readonly packed: PackedReports
  readonly words: readonly string[]
  readonly sentences: readonly Sentence[]
}

/** Enough for comparing two articles. With a larger cache, contents live long enough for V8 to promote them, which costs memory. */
const keptContents = 256
const contentOf = recentResults(keptContents, (report: PackedReport) => report.unpackContent())

/** A report whose parts are made when they are read. Its content and focus may be other objects each time. */
class PackedReport implements Claim {
  readonly index: number
  readonly #of: Unpacked

  constructor(of: Unpacked, index: number) {
    this.#of = of
    this.index = index
  }

  #number(field: number): number {
    const { numbers, starts } = this.#of.packed
    return numbers[(starts[this.index] ?? 0) + field] ?? 0
  }

  #part<T>(parts: readonly T[], field: number): T {
    const part = parts[this.#number(field)]
    if (part === undefined) throw new RangeError(`a report has a part ${this.#number(field)} that does not exist`)
    return part
  }

  get article(): Article {
    return this.#of.article
  }

  get paragraph(): Paragraph {
    return this.#part(this.#of.packed.paragraphs, fields.paragraph)
  }

  get sentence(): Sentence {
    return this.#part(this.#of.sentences, fields.sentence)
  }

  get focus(): Range {
    return { start: this.#number(fields.start), end: this.#number(fields.end) }
  }

  get setting(): Setting {
    return this.#part(this.#of.packed.settings, fields.setting)
  }

  get source(): CitedSource | null {
    return this.#of.packed.sources[this.#number(fields.source) - 1] ?? null
  }

  get isMain(): boolean {
    return this.#number(fields.isMain) === 1
  }

  get content(): Content {
    return contentOf(this)
  }

  unpackContent(): Content {
    const { packed, words } = this.#of
    const start = (packed.starts[this.index] ?? 0) + fields.content
    return unpackContent(packed.numbers, start, words)
  }
}

/** The reports of an article that were packed, in the same order; `words` are all that were numbered. */
export function unpackReports(article: Article, packed: PackedReports, words: readonly string[]): readonly Claim[] {
  const of: Unpacked = { article, packed, words, sentences: unpackSentences(packed.sentences, words) }
  return Array.from(packed.starts, (_, index) => new PackedReport(of, index))
}
