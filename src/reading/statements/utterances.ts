import type { Article, Paragraph } from '../../corpus/article/article.ts'
import { type AnalysedParagraph, analyse } from '../../language/analysis/analysed-paragraph.ts'
import { wordsIn } from '../../language/analysis/words-in-range.ts'
import type { Range } from '../../language/text/range.ts'
import { termsOf } from '../../language/tokens/terms.ts'
import { readStatements, sentenceThresholds } from './read-statements.ts'
import type { AttributedStatement, StatementForm, Stretch } from './spans/attributed-statement.ts'
import type { Content } from './spans/quotation.ts'

/** Something that somebody says in an article, with its search terms: a quotation, or a report without one. */
export interface Utterance {
  readonly article: Article
  readonly paragraph: Paragraph
  readonly form: StatementForm
  /** A quotation; for a report, its content from the first to the last word. */
  readonly content: Content
  /** The words that name a speaker without a name ("a spokesman"), as the article gives them, or null. */
  readonly source: string | null
  /** The stretches attributed to the speaker: the quotation, or all of a report's content. */
  readonly attributed: readonly Stretch[]
  /** The whole sentences that contain it, as offsets in the paragraph's text. */
  readonly around: Range
  /** The terms of the content. */
  readonly termSet: ReadonlySet<string>
  /** The terms of all that is attributed to the speaker: of the content, and of the article's own words about it. */
  readonly statedTerms: ReadonlySet<string>
  /** The terms of the whole sentences. */
  readonly aroundTerms: ReadonlySet<string>
}

/** The utterances of an article in reading order. */
export function readUtterances(article: Article): readonly Utterance[] {
  const byNumber = new Map(article.paragraphs.map((paragraph) => [paragraph.number, paragraph]))
  const seen = new Set<string>()
  return readStatements(article, sentenceThresholds)
    .filter(({ force }) => force === 'asserted')
    .flatMap((statement) => {
      return contentsOf(statement, byNumber).flatMap((content): Utterance[] => {
        const paragraph = byNumber.get(content.paragraph)
        // A quotation inside two reports, one within the other, is one utterance.
        const place = `${content.paragraph}:${content.start}:${content.end}`
        if (paragraph === undefined || seen.has(place)) return []
        seen.add(place)
        return [utteranceOf(article, paragraph, statement, content)]
      })
    })
    .sort((a, b) => a.paragraph.number - b.paragraph.number || a.content.start - b.content.start)
}

/** Whether an utterance is only reported, not quoted. */
export const isReport = ({ form }: Pick<Utterance, 'form'>): boolean => form === 'reported'

/** The number of utterances that are quotations. */
export const countQuotations = (utterances: readonly Utterance[]): number =>
  utterances.filter((utterance) => !isReport(utterance)).length

/** The quotations of a statement, or its content if it has none. */
function contentsOf(
  { form, stretches, speaker, role, cue, confidence, mention, quotations }: AttributedStatement,
  paragraphs: ReadonlyMap<number, Paragraph>,
): readonly Content[] {
  if (form !== 'reported')
    return quotations.map((quotation) => {
      const isKnown = quotation.speaker !== null || speaker === null
      return isKnown ? quotation : { ...quotation, speaker, role, confidence, mention }
    })
  const [{ paragraph, start }] = stretches
  const end = stretches.at(-1)?.end ?? start
  const text = paragraphs.get(paragraph)?.text.slice(start, end) ?? ''
  return [{ paragraph, start, end, text, speaker, role, cue, confidence, mention }]
}

function utteranceOf(
  article: Article,
  paragraph: Paragraph,
  { form, stretches, source, speaker }: AttributedStatement,
  content: Content,
): Utterance {
  const analysed = analyse(paragraph)
  const around = analysed.sentencesAround(content)
  const stated = form === 'reported' ? stretches : [content]
  const termSet = termsIn(analysed, stated)
  return {
    article,
    paragraph,
    form,
    content,
    source: speaker === null ? source : null,
    // Inside a report, a quotation of somebody else is attributed to that person.
    attributed: form !== 'quoted' && content.speaker === speaker ? stretches : [placeOf(content)],
    around,
    termSet,
    statedTerms: form === 'mixed' ? termsIn(analysed, [content, ...stretches]) : termSet,
    // A turn of a transcript is often its whole paragraph: one set instead of two.
    aroundTerms: isWhole(stated, around) ? termSet : termsIn(analysed, [around]),
  }
}

const isWhole = ([only, ...others]: readonly Range[], { start, end }: Range): boolean =>
  only !== undefined && others.length === 0 && only.start === start && only.end === end

const placeOf = ({ paragraph, start, end }: Content): Stretch => ({ paragraph, start, end })

const termsIn = (analysed: AnalysedParagraph, ranges: readonly Range[]): ReadonlySet<string> =>
  new Set(ranges.flatMap((range) => termsOf(wordsIn(analysed, range)).map(({ term }) => term)))
