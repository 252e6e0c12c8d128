import { samePerson } from '../../language/names/names.ts'
import type { Range } from '../../language/text/range.ts'
import { subjectPronouns } from '../../language/vocabulary/function-words.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { isSameQuotation, said } from '../../reading/statements/same-utterance.ts'
import { isReport, type Utterance } from '../../reading/statements/utterances.ts'
import { cite, toSnippet } from '../answer/citation.ts'
import type { Citation, Snippet } from '../answer/cited-text.ts'
import type {
  QuotationItem,
  RepeatedText,
  ReportItem,
  Speaker,
  StatementItem,
  StatementSource,
} from '../answer/item.ts'

/** The citations of utterances, one for each paragraph that is not in `seen` yet. */
function citations(generation: Generation, others: readonly Utterance[], first: Citation): Citation[] {
  const seen = new Set([`${first.file}#${first.paragraph}`])
  return others
    .map((other) => cite(generation, other, other.around))
    .filter(({ file, paragraph }) => {
      const place = `${file}#${paragraph}`
      const isNew = !seen.has(place)
      seen.add(place)
      return isNew
    })
}

/** Who says it, with the other speakers that other articles name for the same words. */
function speakerOf(generation: Generation, { content }: Utterance, others: readonly Utterance[]): Speaker | null {
  const { speaker: name, role, cue } = content
  if (name === null) return null
  return {
    name,
    role,
    cue,
    others: others.flatMap((other) => {
      const { speaker } = other.content
      const differs = speaker !== null && !samePerson(speaker, name)
      return differs ? [{ speaker, citation: cite(generation, other, other.around) }] : []
    }),
  }
}

/** The words that name a source without a name, if the snippet has them. A pronoun names nobody. */
function sourceOf({ source }: Utterance, { text }: Snippet): string | null {
  return source !== null && text.includes(source) && !subjectPronouns.has(source.toLowerCase()) ? source : null
}

/** Utterances by wording, in their order. */
function byWording(utterances: readonly Utterance[]): readonly (readonly [Utterance, ...Utterance[]])[] {
  const groups: { readonly first: ReturnType<typeof said>; readonly members: [Utterance, ...Utterance[]] }[] = []
  for (const utterance of utterances) {
    const words = said(utterance)
    const group = groups.find(({ first }) => isSameQuotation(first, words))
    if (group === undefined) groups.push({ first: words, members: [utterance] })
    else group.members.push(utterance)
  }
  return groups.map(({ members }) => members)
}

/** A wording of a statement with the places that have it: a stretch of the first one's paragraph. */
function wording(
  generation: Generation,
  [first, ...others]: readonly [Utterance, ...Utterance[]],
  { start, end }: Range,
): RepeatedText {
  const citation = cite(generation, first, { start, end })
  return { text: first.paragraph.text.slice(start, end), citation, alsoIn: citations(generation, others, citation) }
}

/** Whether a report is in the sentences that an item shows. */
const isShown = ({ article, paragraph, around }: Utterance, shown: Utterance): boolean =>
  article === shown.article &&
  paragraph === shown.paragraph &&
  around.start >= shown.around.start &&
  around.end <= shown.around.end

/** Who says what `shown` says, and the sentences that report it in other words. */
function statementSource(
  generation: Generation,
  shown: Utterance,
  others: readonly Utterance[],
  reports: readonly (readonly [Utterance, ...Utterance[]])[],
  snippet: Snippet,
): StatementSource {
  return {
    speaker: speakerOf(generation, shown, others),
    source: sourceOf(shown, snippet),
    isAsked: false,
    reports: reports.map((members) => wording(generation, members, members[0].around)),
  }
}

/**
 * A quotation as an item: its whole sentences, the places of other quotations in the same words, each other wording of the statement, and
 * the sentences that report it. `matched` has offsets in the paragraph of `shown`.
 */
export function quotationItem(
  generation: Generation,
  shown: Utterance,
  others: readonly Utterance[],
  matched: readonly Range[] = [],
): QuotationItem {
  const { content, around, form } = shown
  const snippet = toSnippet(generation, shown, around, matched)
  const [same, ...worded] = byWording([shown, ...others.filter((other) => !isReport(other))])
  const reports = byWording(others.filter((other) => isReport(other) && !isShown(other, shown)))
  const start = Math.max(content.start, around.start) - around.start
  const end = Math.min(content.end, around.end) - around.start
  return {
    kind: 'quotation',
    snippet,
    alsoIn: citations(generation, same?.slice(1) ?? [], snippet.citation),
    statement: {
      ...statementSource(generation, shown, others, reports, snippet),
      form: form === 'mixed' ? 'mixed' : 'quoted',
      quotation: { start, end, text: snippet.text.slice(start, end) },
      variants: worded.map((members) => wording(generation, members, members[0].content)),
    },
  }
}

/** A statement that is only reported as an item: the sentences of `shown`, and the other sentences that report it. */
function reportItem(generation: Generation, shown: Utterance, others: readonly Utterance[]): ReportItem {
  const snippet = toSnippet(generation, shown, shown.around, [])
  const [same, ...worded] = byWording([shown, ...others.filter((other) => !isShown(other, shown))])
  return {
    kind: 'report',
    snippet,
    alsoIn: citations(generation, same?.slice(1) ?? [], snippet.citation),
    statement: statementSource(generation, shown, others, worded, snippet),
  }
}

/** A statement as an item. `shown` is a quotation if the statement has one: a report is never shown as somebody's words. */
export function statementItem(generation: Generation, shown: Utterance, others: readonly Utterance[]): StatementItem {
  return isReport(shown) ? reportItem(generation, shown, others) : quotationItem(generation, shown, others)
}

/** The same item as the answer to a question about who says it. */
export function withAskedSpeaker(item: StatementItem): StatementItem {
  return item.kind === 'report'
    ? { ...item, statement: { ...item.statement, isAsked: true } }
    : { ...item, statement: { ...item.statement, isAsked: true } }
}
