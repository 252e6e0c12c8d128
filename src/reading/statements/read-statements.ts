import type { Article } from '../../corpus/article/article.ts'
import { firstWhere } from '../../language/text/first-where.ts'
import { determinerWords } from '../../language/vocabulary/function-words.ts'
import type { Forest } from '../../resources/boosted-trees.ts'
import { groupBy } from '../../resources/group-by.ts'
import { type WeighedCandidate, weighCandidates } from './acceptance/accept.ts'
import { type ReportedCandidate, reportedCandidate } from './acceptance/reported-candidate.ts'
import { trainedReportedModels } from './acceptance/trained-models.ts'
import { attributeQuotations } from './attribute-quotations.ts'
import type { PronounResolution } from './attribution/resolve-speaker.ts'
import type { PastSpeaker } from './candidates/pronoun-candidates.ts'
import { type ParsedArticle, readParsedArticle } from './entities/parsed-article.ts'
import { cueText } from './grammar/cues.ts'
import { isDeniedVerb, isRefusal } from './grammar/denied-speech.ts'
import { isBoundary } from './grammar/noun-phrases.ts'
import type { Classifiers } from './model/classifiers.ts'
import { trainedClassifiers } from './model/trained-classifiers.ts'
import type { ParsedParagraph } from './parse/parsed-paragraph.ts'
import { calibrated } from './read-quotations.ts'
import { type ReportedModels, readReported } from './reported/read-reported.ts'
import type { AttributedStatement, StatementForce, Stretch } from './spans/attributed-statement.ts'
import type { Quotation } from './spans/quotation.ts'

/** The models that read statements. */
export interface StatementModels {
  readonly classifiers: Classifiers
  readonly reported: ReportedModels
  readonly acceptance: Forest
}

/** The minimum confidence of a reported statement. */
export interface Thresholds {
  readonly named: number
  /** For statements whose source is no name, office or pronoun. */
  readonly unnamed: number
  /** The minimum probability of the source alone. */
  readonly source: number
}

/**
 * Four in five reported statements of named speakers above the threshold are right, content and speaker, in five-fold
 * cross-validation by document (`npm run bench -- statements DATA.jsonl --cross 5`).
 */
export const exactThresholds: Thresholds = { named: 0.72, unnamed: 0.82, source: 0 }

/**
 * For readers who see the whole sentence, to whom the exact bounds of the content matter less than its source: lower for the content,
 * higher for the source.
 */
export const sentenceThresholds: Thresholds = { named: 0.55, unnamed: 0.7, source: 0.65 }

/**
 * Reads what an article says that somebody said, in quotation marks or not. Only body paragraphs hold statements. Pure and
 * deterministic; its running time grows with the length of the text.
 */
export function readStatements(article: Article, thresholds: Thresholds): readonly AttributedStatement[] {
  const models = { classifiers: trainedClassifiers(), ...trainedReportedModels() }
  return statementsOf(readParsedArticle(article), models, thresholds)
}

/** The statements of an article by the given models, in the order of the text. */
export function statementsOf(
  document: ParsedArticle,
  { classifiers, reported, acceptance }: StatementModels,
  thresholds: Thresholds,
): readonly AttributedStatement[] {
  const quotations = attributeQuotations(document, classifiers).map(calibrated)
  const candidates = reportedCandidates(document, quotations, { classifiers, reported })
  const accepted = weighCandidates(candidates, quotations, acceptance).filter((weighed) =>
    isAccepted(weighed, thresholds),
  )
  const reports = accepted.map(statementOf)
  const asserted = reports.filter(({ force }) => force === 'asserted')
  const quoted = quotedStatements(quotations, new Set(asserted.flatMap((report) => report.quotations)))
  return [...quoted, ...reports].sort((a, b) => startOf(a) - startOf(b))
}

/** Every possible reported statement of an article with its speaker, in reading order. */
export function reportedCandidates(
  document: ParsedArticle,
  quotations: readonly Quotation[],
  { classifiers, reported }: Omit<StatementModels, 'acceptance'>,
): readonly ReportedCandidate[] {
  const past: PastSpeaker[] = []
  const speakers = { past, meanings: new Map<string, PronounResolution>(), classifiers }
  const quotationsIn = quotationFinder(quotations)
  const found: ReportedCandidate[] = []
  for (const tokens of readReported(document, reported)) {
    const candidate = reportedCandidate(document, tokens, quotationsIn, speakers)
    if (candidate !== null) found.push(candidate)
  }
  return found
}

/** Finds the quotations inside a stretch, among quotations in reading order. */
function quotationFinder(quotations: readonly Quotation[]): (stretch: Stretch) => readonly Quotation[] {
  const byParagraph = groupBy(quotations, ({ paragraph }) => paragraph)
  return ({ paragraph, start, end }) => {
    const own = byParagraph.get(paragraph) ?? []
    const inside: Quotation[] = []
    for (let at = firstWhere(own, (quotation) => quotation.start >= start); at < own.length; at++) {
      const quotation = own[at]
      if (quotation === undefined || quotation.start >= end) break
      if (quotation.end <= end) inside.push(quotation)
    }
    return inside
  }
}

function isAccepted({ candidate, confidence }: WeighedCandidate, { named, unnamed, source }: Thresholds): boolean {
  const { speaker, speakerProbability, tokens } = candidate
  if (tokens.probability.source * speakerProbability < source) return false
  return confidence >= (speaker === null ? unnamed : named)
}

function forceOf({ tokens: { frame, cue, sentence, content } }: ReportedCandidate): StatementForce {
  if (isDeniedVerb(frame, cue, sentence.from) || isRefusal(frame, cue)) return 'denied'
  const opening = frame.tokens[content[0]?.from ?? -1]?.lower ?? ''
  return opening === 'if' || opening === 'whether' ? 'asked' : 'asserted'
}

function statementOf({ candidate, confidence }: WeighedCandidate): AttributedStatement {
  const { tokens, stretches, speaker, role, quotations, sourceMention } = candidate
  const { frame, source, cue } = tokens
  const first = frame.tokens[sourceMention?.from ?? phraseStart(frame, source)]
  const last = frame.tokens[(sourceMention?.to ?? source + 1) - 1]
  const { number, text } = frame.paragraph
  const mention = first && last && { paragraph: number, start: first.start, end: last.end }
  return {
    form: quotations.length > 0 ? 'mixed' : 'reported',
    force: forceOf(candidate),
    stretches,
    speaker,
    role,
    source: mention ? text.slice(mention.start, mention.end) : null,
    mention: mention ?? null,
    cue: cueText(frame, cue),
    confidence,
    quotations,
  }
}

const maxPhraseTokens = 6

/** The first token of the noun phrase that ends at a token: "multiple European governments". */
function phraseStart({ tokens }: ParsedParagraph, end: number): number {
  let start = end
  while (start > Math.max(0, end - maxPhraseTokens + 1)) {
    const before = tokens[start - 1]
    if (before === undefined || before.kind !== 'word' || isBoundary(before.lower)) break
    start--
    if (determinerWords.has(before.lower)) break
  }
  return start
}

/** One statement for the pieces of each quotation, unless reported statements hold all of them. */
function quotedStatements(
  quotations: readonly Quotation[],
  covered: ReadonlySet<Quotation>,
): readonly AttributedStatement[] {
  const groups = groupBy(quotations, ({ group }) => group)
  return [...groups.values()].flatMap((pieces): AttributedStatement[] => {
    if (pieces.every((piece) => covered.has(piece))) return []
    const [first, ...others] = pieces
    const stretchOf = ({ paragraph, start, end }: Quotation) => ({ paragraph, start, end })
    return [
      {
        form: 'quoted',
        force: 'asserted',
        stretches: [stretchOf(first), ...others.map(stretchOf)],
        speaker: first.speaker,
        role: first.role,
        source: null,
        mention: first.mention,
        cue: first.cue,
        confidence: first.confidence,
        quotations: pieces,
      },
    ]
  })
}

/** The position of a statement in the article, as one number: paragraphs are shorter than 2^24 characters. */
const startOf = ({ stretches: [first] }: AttributedStatement): number => first.paragraph * 2 ** 24 + first.start
