import type { NothingFoundReason } from '../../../answer/answer.ts'
import { textStyle } from '../../rank/text-style.ts'
import {
  absentName,
  anotherAgent,
  anotherMonth,
  anotherOfTheirs,
  anotherPerson,
  anotherReason,
  anotherYear,
  onlyConnects,
  oppositeReason,
  pastForFuture,
  reversedRoles,
} from './event-rules.ts'
import type { Rule, RuleInput } from './rule.ts'
import {
  anotherCount,
  anotherName,
  nobodyCounted,
  nobodyNew,
  noGroup,
  noSuperlative,
  nothingMeasured,
  nothingOfType,
  onlyLightWords,
  onlyNames,
} from './type-rules.ts'

/** The rules in the order in which their reasons are given. */
export const rules: readonly Rule[] = [
  absentName,
  nothingOfType,
  nothingMeasured,
  anotherName,
  reversedRoles,
  anotherAgent,
  anotherOfTheirs,
  anotherYear,
  anotherMonth,
  pastForFuture,
  anotherPerson,
  nobodyNew,
  noGroup,
  anotherCount,
  nobodyCounted,
  noSuperlative,
  onlyNames,
  onlyLightWords,
  onlyConnects,
  anotherReason,
  oppositeReason,
]

/** The first reason to reject a candidate, or null. */
export function ruledOut(one: RuleInput): NothingFoundReason | null {
  const style = textStyle(one.generation)
  for (const { only, refuses } of rules) {
    const reason = only === undefined || only === style ? refuses(one) : null
    if (reason !== null) return reason
  }
  return null
}
