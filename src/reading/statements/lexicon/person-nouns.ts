import { stem } from '../../../language/tokens/terms.ts'
import { nounKind } from '../../../language/vocabulary/noun-kinds.ts'
import { genderOfTitle, isRoleNoun } from './titles.ts'

const groups = new Set(
  (
    'campaign office administration statement report letter memo ministry department agency government army company group union ' +
    'court police people men women'
  ).split(' '),
)

/** Nouns that WordNet's list lacks because their stem is also that of a verb or a thing. */
const doers =
  /(?:driver|keeper|fighter|striker|player|worker|maker|goer|engineer|baker|bystander|staffer|insider|fan|fireman)s?$/

/** Whether a lower-case noun names a person by role, kin or kind: "nurse", "aunt", "man"; singular or plural. */
export const isPersonNoun = (lower: string): boolean =>
  !groups.has(lower) &&
  (isRoleNoun(lower) || genderOfTitle(lower) !== undefined || doers.test(lower) || nounKind(stem(lower)) === 'person')
