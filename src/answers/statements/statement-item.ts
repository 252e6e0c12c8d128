import { samePerson } from '../../language/names/names.ts'
import type { Range } from '../../language/text/range.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { isSameQuotation, said } from '../../reading/statements/same-utterance.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import type { Citation, QuotationItem, QuotationVariant, Speaker } from '../answer/answer.ts'
import { cite, toSnippet } from '../answer/citation.ts'

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

/** Who is quoted, with the other speakers that other articles name for the same words. */
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

/** Utterances by wording: first those with the wording shown, then those of each other wording. */
function byWording(shown: Utterance, others: readonly Utterance[]): readonly (readonly Utterance[])[] {
  const groups: { readonly first: ReturnType<typeof said>; readonly members: Utterance[] }[] = []
  for (const utterance of [shown, ...others]) {
    const words = said(utterance)
    const group = groups.find(({ first }) => isSameQuotation(first, words))
    if (group === undefined) groups.push({ first: words, members: [utterance] })
    else group.members.push(utterance)
  }
  return groups.map(({ members }) => members)
}

/** Another wording of the words shown, with the places that have it. */
function variant(generation: Generation, utterances: readonly Utterance[]): QuotationVariant[] {
  const [first, ...others] = utterances
  if (first === undefined) return []
  const { start, end } = first.content
  const citation = cite(generation, first, { start, end })
  return [{ text: first.paragraph.text.slice(start, end), citation, alsoIn: citations(generation, others, citation) }]
}

/**
 * A statement as an item: the whole sentences of `shown`, the places of other quotations in the same words, and each other wording of the
 * statement. `matched` has offsets in the paragraph of `shown`.
 */
export function statementItem(
  generation: Generation,
  shown: Utterance,
  others: readonly Utterance[],
  matched: readonly Range[] = [],
): QuotationItem {
  const { content, around } = shown
  const snippet = toSnippet(generation, shown, around, matched)
  const [same = [], ...worded] = byWording(shown, others)
  const start = Math.max(content.start, around.start) - around.start
  const end = Math.min(content.end, around.end) - around.start
  return {
    kind: 'quotation',
    snippet,
    alsoIn: citations(generation, same.slice(1), snippet.citation),
    statement: {
      speaker: speakerOf(generation, shown, others),
      quotation: { start, end, text: snippet.text.slice(start, end) },
      variants: worded.flatMap((utterances) => variant(generation, utterances)),
    },
  }
}
