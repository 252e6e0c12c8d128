const whole = new Map([
  ['cannot', ['can', 'not']],
  ["can't", ['can', 'not']],
  ["won't", ['will', 'not']],
  ["shan't", ['will', 'not']],
  ["ain't", ['be', 'not']],
  ['gonna', ['going', 'to']],
])
// First-person "shall" is "will", and "no" before a noun is "not a"; "somebody" is always "someone".
const auxiliaries = new Map(
  (
    'be: is are was were am been be|have: has have had|do: do does did|will: will shall|not: not no|' +
    'someone: somebody someone|anyone: anybody anyone|everyone: everybody everyone'
  )
    .split('|')
    .flatMap((line) => {
      const [key = '', forms = ''] = line.split(': ')
      return forms.split(' ').map((form): [string, string] => [form, key])
    }),
)
const endings: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'m", 'be'],
  ["'re", 'be'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
]
// After these "'s" is a verb; after a noun it is the genitive.
const beforeVerb = new Set(
  'it he she that there here what who where when how everything everyone everybody nothing nobody someone something'.split(
    ' ',
  ),
)

/**
 * The keys of a folded auxiliary or contraction ("won't" is "will", "not"), or null for any other word. `behind` is the text
 * after it, because the tokenizer splits off "'s".
 */
export function expanded(folded: string, behind: string): readonly string[] | null {
  const known = whole.get(folded)
  if (known !== undefined) return known
  if (beforeVerb.has(folded) && /^['\u2019]s/iu.test(behind)) return [auxiliaries.get(folded) ?? folded, 'be']
  const auxiliary = auxiliaries.get(folded)
  if (auxiliary !== undefined) return [auxiliary]
  for (const [ending, key] of endings) {
    if (!folded.endsWith(ending) || folded.length === ending.length) continue
    const start = folded.slice(0, -ending.length)
    return [auxiliaries.get(start) ?? start, key]
  }
  return null
}
