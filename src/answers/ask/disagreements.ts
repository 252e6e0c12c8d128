import { overlaps, type Range } from '../../language/text/range.ts'
import type { Generation } from '../../library/generation/generation.ts'
import type { Difference } from '../../reading/facts/differences/difference.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import type { ItemDifference } from '../answer/item.ts'
import { itemDifference } from '../facts/item-difference.ts'
import type { AnswerType } from './question/answer-type.ts'
import type { Ranked } from './rank/rank.ts'

/** On what kind of point articles contradict each other if they give different answers of a type. */
const kindOf: Readonly<Partial<Record<AnswerType, Difference['kind']>>> = {
  figure: 'figure',
  money: 'figure',
  percent: 'figure',
  date: 'date',
  person: 'doer',
  group: 'doer',
  name: 'doer',
  place: 'place',
  country: 'place',
}

/**
 * The points asked for on which other articles contradict a sentence that answers: a fact that the sentence reports has another figure, day,
 * name or place elsewhere. `asked` is what the question asks for, as offsets in the paragraph.
 */
export function disagreements(
  generation: Generation,
  type: AnswerType,
  { passage: { article, paragraph }, sentence }: Ranked,
  asked: readonly Range[],
): readonly ItemDifference[] {
  const kind = kindOf[type]
  if (kind === undefined || asked.length === 0 || generation.articles.length < 2) return []
  const isHere = (report: Claim) =>
    report.article === article &&
    report.paragraph.number === paragraph.number &&
    report.sentence.start === sentence.start
  const isAsked = (range: Range) =>
    asked.some((one) => overlaps(one, { start: range.start + sentence.start, end: range.end + sentence.start }))
  return generation.facts
    .filter(({ reports, differences }) => differences.length > 0 && reports.some(isHere))
    .flatMap(({ differences }) => differences)
    .filter(
      (difference) =>
        difference.kind === kind &&
        difference.variants.some((variant) =>
          [variant, ...(variant.others ?? [])].some(({ report, range }) => isHere(report) && isAsked(range)),
        ),
    )
    .map((difference) => itemDifference(generation, difference))
}
