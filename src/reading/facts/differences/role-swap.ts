import { significant } from '../../alignment/harmless.ts'
import type { Token } from '../../alignment/token.ts'
import { isClosedWord } from '../../alignment/word-key.ts'

/** The subject and object forms of each pronoun. */
const pronouns = new Map(
  'he him|she her|they them|we us|i me'
    .split('|')
    .flatMap((pair) => pair.split(' ').map((word): [string, string] => [word, pair])),
)

/** The keys of the content words in order; both forms of a pronoun have the same key. */
function namedIn(tokens: readonly Token[]): readonly string[] {
  return significant(tokens, { from: 0, to: tokens.length }).flatMap(({ key, folded, kind }) => {
    const pronoun = pronouns.get(folded)
    if (pronoun !== undefined) return [pronoun]
    return kind === 'word' && isClosedWord(folded) ? [] : [key]
  })
}

/** Whether a text is in the passive with a named agent. */
function isPassive(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ key }) => key === 'be')
  return at >= 0 && tokens.slice(at).some(({ key }) => key === 'by')
}

/**
 * Whether two texts with the same words swap agent and patient: the words before and after some word have changed places. Moving
 * a phrase ("On Monday …") is not a swap.
 */
export function swapsRoles(left: readonly Token[], right: readonly Token[]): boolean {
  const [mine, others] = [namedIn(left), namedIn(right)]
  if (mine.toSorted().join(' ') !== others.toSorted().join(' ')) return false
  const crossed = mine.some((key, at) => {
    const twin = others.indexOf(key)
    const [before, behind] = [new Set(others.slice(0, twin)), new Set(others.slice(twin + 1))]
    return mine.slice(0, at).some((word) => behind.has(word)) && mine.slice(at + 1).some((word) => before.has(word))
  })
  return isPassive(left) === isPassive(right) ? crossed : !crossed
}
