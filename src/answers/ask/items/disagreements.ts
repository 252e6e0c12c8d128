import { overlaps, type Range } from '../../../language/text/range.ts'
import type { Generation } from '../../../library/generation/generation.ts'
import type { Difference } from '../../../reading/facts/differences/difference.ts'
import type { Fact } from '../../../reading/facts/fact.ts'
import type { ItemDifference } from '../../answer/item.ts'
import { itemDifference } from '../../facts/item-difference.ts'
import type { AnswerType } from '../question/answer-type.ts'
import type { Ranked } from '../rank/rank.ts'
import { isIn } from './reported-facts.ts'

/** The kind of difference between articles that give different answers of a type. */
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
  { type, ranked, asked, facts }: AnsweringSentence,
): readonly ItemDifference[] {
  const kind = kindOf[type]
  const { sentence } = ranked
  const isAsked = (range: Range) =>
    asked.some((one) => overlaps(one, { start: range.start + sentence.start, end: range.end + sentence.start }))
  return facts
    .flatMap(({ differences }) => differences)
    .filter(
      (difference) =>
        difference.kind === kind &&
        difference.variants.some((variant) =>
          [variant, ...(variant.others ?? [])].some(({ report, range }) => isIn(report, ranked) && isAsked(range)),
        ),
    )
    .map((difference) => itemDifference(generation, difference))
}

/** A sentence that answers a question of some type, what is asked for in it, and the facts that it reports. */
export interface AnsweringSentence {
  readonly type: AnswerType
  readonly ranked: Ranked
  readonly asked: readonly Range[]
  readonly facts: readonly Fact[]
}
