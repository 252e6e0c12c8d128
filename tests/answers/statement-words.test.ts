import fc from 'fast-check'
import { expect, test } from 'vitest'
import { misspeltShare, statementsLike } from '../../src/answers/statements/misspelt-words.ts'
import { statementsWithRow, statementWords } from '../../src/answers/statements/statement-words.ts'
import { words } from '../../src/language/tokens/words.ts'
import { generationOf } from '../../testkit/articles/generation-of-texts.ts'

const word = fc.constantFrom('ferry', 'harbour', 'tonight', 'the', 'is', 'late', "won't", 'rope', 'ropes')
const slip = fc.constantFrom('fery', 'harbuor', 'tonigth', 'teh', 'wont', 'rope', 'late', 'missing')
const said = fc.array(word, { minLength: 4, maxLength: 9 })
const quotations = fc.array(said, { minLength: 1, maxLength: 6 })

const statementsOf = async (quoted: readonly (readonly string[])[]) => {
  const texts = quoted.map((own) => `“We say ${own.join(' ')},” said Ana Lima.`)
  return (await generationOf(texts.join('\n\n'))).statements
}

test('no statement that has enough of the words in order, misspelt or not, is left out of the likely ones', async () => {
  await fc.assert(
    fc.asyncProperty(quotations, slip, fc.nat(8), async (quoted, other, at) => {
      // The words of a quotation with one of them misspelt, or replaced by another.
      const [first = []]: readonly (readonly string[])[] = quoted
      const typed = first.with(at % first.length, other)
      const statements = await statementsOf(quoted)
      const share = misspeltShare(typed.join(' '))
      const wanted = statements.filter((statement) => statement.some(({ content }) => share(content.text) > 0))
      const likely = statementsLike(statementWords(statements), typed.join(' '))
      expect(likely.filter((statement) => wanted.includes(statement))).toEqual(wanted)
    }),
  )
})

test('the statements with a row of words are those in which the words follow one another', async () => {
  await fc.assert(
    fc.asyncProperty(quotations, fc.array(word, { minLength: 1, maxLength: 3 }), async (quoted, row) => {
      const statements = await statementsOf(quoted)
      const rowOf = (text: string) =>
        ` ${words(text)
          .map(({ folded }) => folded)
          .join(' ')} `
      const wanted = statements.filter((statement) =>
        statement.some(({ content }) => rowOf(content.text).includes(rowOf(row.join(' ')))),
      )
      const folded = words(row.join(' ')).map((one) => one.folded)
      expect(statementsWithRow(statementWords(statements), folded)).toEqual(wanted)
    }),
  )
})
