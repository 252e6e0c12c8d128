import { roleOf } from '../attribution/build-quotation.ts'
import { type ResolutionState, speakerOf } from '../attribution/resolve-speaker.ts'
import { roleHolder } from '../attribution/role-holder.ts'
import { countBefore, type Mention } from '../entities/mentions.ts'
import type { ParsedArticle } from '../entities/parsed-article.ts'
import type { ReportedTokens } from '../reported/read-reported.ts'
import type { Stretch } from '../spans/attributed-statement.ts'
import type { Quotation } from '../spans/quotation.ts'

/** What the source of a reported statement is: a mention of some kind, other words, a quotation's speaker, or none. */
export type SourceKind = Mention['kind'] | 'words' | 'quotation' | 'none'

/** A possible reported statement with its speaker, before it is accepted. */
export interface ReportedCandidate {
  readonly tokens: ReportedTokens
  readonly stretches: readonly [Stretch, ...Stretch[]]
  readonly speaker: string | null
  /** The speaker's office or role as worded in the article, or null. */
  readonly role: string | null
  readonly sourceKind: SourceKind
  readonly sourceMention: Mention | null
  /** The probability that a pronoun refers to the speaker; 1 for other sources. */
  readonly speakerProbability: number
  /** The quotations inside its content. */
  readonly quotations: readonly Quotation[]
}

/** Finds the speaker of a reported statement; null if its content has no words outside quotation marks. */
export function reportedCandidate(
  document: ParsedArticle,
  tokens: ReportedTokens,
  quotationsIn: (stretch: Stretch) => readonly Quotation[],
  state: Speakers,
): ReportedCandidate | null {
  if (isQuoteOnly(tokens)) return null
  const [first, ...others] = stretchesOf(tokens)
  if (first === undefined) return null
  const stretches = [first, ...others] as const
  const inside = stretches.flatMap(quotationsIn)
  return { tokens, stretches, quotations: inside, ...resolveSource(document, tokens, inside, state) }
}

/** The speakers of an article so far: an article's candidates are resolved in reading order. */
export type Speakers = ResolutionState & { readonly past: { push(speaker: ResolutionState['past'][number]): void } }

/** Contents in quotation marks alone are left to the reader of quotations. */
const isQuoteOnly = ({ content, frame }: ReportedTokens): boolean =>
  content.every(({ from, to }) => frame.tokens.slice(from, to).every(({ kind }) => kind !== 'word'))

function stretchesOf({ content, frame: { tokens, paragraph } }: ReportedTokens): readonly Stretch[] {
  return content.map(({ from, to }) => ({
    paragraph: paragraph.number,
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
  }))
}

/** The mention that holds a token, or null. The head of a mention is its last token. */
function mentionAt(mentions: readonly Mention[], token: number): Mention | null {
  const mention = mentions[countBefore(mentions, token)]
  return mention !== undefined && mention.from <= token ? mention : null
}

/** The speaker of a statement: its source, or the speaker of a quotation inside it if the source names nobody. */
function resolveSource(
  document: ParsedArticle,
  { index, source, content, frame }: ReportedTokens,
  inside: readonly Quotation[],
  state: Speakers,
): Pick<ReportedCandidate, 'speaker' | 'role' | 'sourceKind' | 'sourceMention' | 'speakerProbability'> {
  const mention = mentionAt(document.mentions[index] ?? [], source)
  const quotation = inside.find(({ speaker }) => speaker !== null)
  const [quoted, role] = [quotation?.speaker ?? null, quotation?.role ?? null]
  if (mention === null) {
    const sourceKind = quoted !== null ? 'quotation' : source < 0 ? 'none' : 'words'
    return { speaker: quoted, role, sourceKind, sourceMention: null, speakerProbability: 1 }
  }
  const words = content
    .map(({ from, to }) => frame.paragraph.text.slice(frame.tokens[from]?.start, frame.tokens[to - 1]?.end))
    .join(' ')
  const found = speakerOf(document, mention, words, state)
  const holder = mention.kind === 'nominal' && found.speaker === null ? roleHolder(document, mention) : null
  const { speaker, entity, probability } = holder === null ? found : { ...found, speaker: holder.name, entity: holder }
  if (entity !== null) state.past.push({ entity, frame: index })
  const isFromQuotation = quoted !== null && (mention.kind === 'pronoun' || speaker === null)
  return {
    speaker: isFromQuotation ? quoted : speaker,
    role: isFromQuotation ? role : roleOf(document, mention, { speaker, entity }),
    sourceKind: mention.kind,
    sourceMention: mention,
    speakerProbability: isFromQuotation || speaker === null ? 1 : probability,
  }
}
