import type { Generation } from '../library/generation.ts'
import type { Utterance } from '../reading/utterances.ts'
import { samePerson } from '../text/names.ts'
import type { Range } from '../text/range.ts'
import type { AnswerItem, Citation } from './answer.ts'
import { cite, snip } from './cite.ts'

/** The citations of utterances, one for each paragraph that `seen` does not hold yet. */
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

/** Where another article names another speaker for the same words. */
function disagreements(generation: Generation, { quotation }: Utterance, others: readonly Utterance[]) {
  return others.flatMap((other) => {
    const { speaker } = other.quotation
    const differs = speaker !== null && quotation.speaker !== null && !samePerson(speaker, quotation.speaker)
    return differs ? [{ speaker, citation: cite(generation, other, other.around) }] : []
  })
}

/**
 * A statement as an item: the whole sentences of `shown`, and where the other quotations of the statement stand. `matched`
 * are offsets in its paragraph.
 */
export function statementItem(
  generation: Generation,
  shown: Utterance,
  others: readonly Utterance[],
  matched: readonly Range[] = [],
): AnswerItem {
  const { quotation, around } = shown
  const snippet = snip(generation, shown, around, matched)
  const start = Math.max(quotation.start, around.start) - around.start
  const end = Math.min(quotation.end, around.end) - around.start
  return {
    snippet,
    alsoIn: citations(generation, others, snippet.citation),
    speaker: quotation.speaker,
    role: quotation.role,
    cue: quotation.cue,
    otherSpeakers: disagreements(generation, shown, others),
    quotation: { start, end, text: snippet.text.slice(start, end) },
  }
}
