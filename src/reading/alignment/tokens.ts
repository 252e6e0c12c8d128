import { wordsOf } from '../../language/analysis/recent-words.ts'
import type { Sentence } from '../../language/analysis/sentence.ts'
import { stem } from '../../language/tokens/terms.ts'
import type { Word } from '../../language/tokens/words.ts'
import { spellingKey } from '../../language/vocabulary/spelling.ts'
import { isVerbStem } from '../../language/vocabulary/verbs.ts'
import { expanded } from './contractions.ts'
import { figureKey, fixedTokens } from './fixed-tokens.ts'
import type { LooseToken, Token } from './token.ts'
import { isClosedWord, keysOf, singularKey, wordKey } from './word-key.ts'

const ordinals = new Map(
  (
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth ' +
    'seventeenth eighteenth nineteenth twentieth'
  )
    .split(' ')
    .map((word, at): [string, number] => [word, at + 1]),
)

// Abbreviated units, recognised only after a figure. Source: the SI brochure and the abbreviations of common style guides.
const units = new Map(
  (
    'km kilometre|cm centimetre|mm millimetre|m metre|kg kilogram|g gram|mg milligram|ml millilitre|l litre|ha hectare|ft foot|' +
    'yd yard|mi mile|lb pound|lbs pound|oz ounce|hr hour|hrs hour|h hour|min minute|mins minute|sec second|secs second|' +
    'kw kilowatt|mw megawatt|gw gigawatt|gb gigabyte|mb megabyte|tb terabyte'
  )
    .split('|')
    .map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
)
/** Nouns of measure, singular or plural ("a 14-kilometre tunnel", "14 kilometres"). */
const measures = keysOf(
  [...units.values(), 'inch ton degree year month week day hour minute second cent decade'].join(' '),
)
const joinedUnit = /^([\d.,]+)([a-z]+)$/u

// After these a word that ends in "s" is a plural noun.
const beforeNoun = new Set(
  'the a an of in on at for from with by to its their his her our my your these those some many few several'.split(' '),
)
const scant = /^(?:few|little)$/
const sentenceStart = /[.!?:\u201c"]\s*$/u

/** The tokens of a word: a contraction has several. `before` is the previous token. */
function wordTokens(text: string, { start, end, folded, capital }: Word, before: Token | undefined): LooseToken[] {
  const token = (key: string): LooseToken => ({ start, end, key, kind: 'word', folded, capital, isName: false })
  const unit = before?.kind === 'figure' ? units.get(folded) : undefined
  if (unit !== undefined) return [token(wordKey(unit))]
  const [, digits, letters = ''] = joinedUnit.exec(folded) ?? []
  const joined = units.get(letters)
  if (digits !== undefined && joined !== undefined) {
    return [
      { ...token(figureKey(Number(digits.replaceAll(',', '')), 'count')), kind: 'figure' },
      token(wordKey(joined)),
    ]
  }
  const ordinal = ordinals.get(folded)
  if (ordinal !== undefined) return [{ ...token(figureKey(ordinal, 'ordinal')), kind: 'figure' }]
  // "A few" means some, "few" means hardly any.
  if (scant.test(folded) && before?.folded === 'a') return [{ ...token(`a ${folded}`), folded: `a ${folded}` }]
  const parts = expanded(folded, text.slice(end, end + 2))
  if (parts !== null) return parts.map(token)
  const isName = capital && before !== undefined && !sentenceStart.test(text.slice(before.end, start))
  // Names keep their exact spelling: "Reeds" is not "Reed".
  if (isName) return [{ ...token(spellingKey(folded)), isName: !isClosedWord(folded) }]
  const key = wordKey(folded)
  if (before?.kind === 'figure' && measures.has(singularKey(key))) return [token(singularKey(key))]
  const isVerb = isVerbStem(stem(folded))
  const isNoun = before !== undefined && (before.kind === 'figure' || beforeNoun.has(before.folded))
  return [token(isVerb && !isNoun ? singularKey(key) : key)]
}

const breaks = /[,;:()[\]"\u201c\u201d\u2013\u2014]|\s-+\s/u

/**
 * The tokens of a sentence in order. Times compare by date if `today`, the ISO date of the text, resolves them, otherwise by
 * their words; figures by value, unit and currency; countries by code.
 */
export function tokensOf(sentence: Sentence, today: string | null): readonly Token[] {
  const { text } = sentence
  const tokens: Token[] = []
  const push = (token: LooseToken) => {
    const between = text.slice(tokens.at(-1)?.end ?? token.start, token.start)
    tokens.push({ ...token, isAfterBreak: between !== ' ' && breaks.test(between) })
  }
  const fixed = fixedTokens(sentence, today)
  let at = 0
  for (const word of wordsOf(sentence)) {
    for (let next = fixed[at]; next !== undefined && next.start <= word.start; next = fixed[++at]) push(next)
    const last = tokens.at(-1)
    if (last !== undefined && word.start < last.end) continue
    for (const token of wordTokens(text, word, last)) push(token)
  }
  for (const token of fixed.slice(at)) push(token)
  return tokens
}
