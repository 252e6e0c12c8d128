import { once } from '../../../resources/once.ts'
import { readRows } from '../../../resources/resources.ts'

/** Misspellings and idioms with the words that they are read as, longest first. */
const askingForms = once(() =>
  readRows('lexicons/answers/asking-forms.tsv')
    .map(([, form = '', meaning = '']) => ({ form, meaning }))
    .sort((a, b) => b.form.length - a.form.length),
)

const escapes = /[.*+?^${}()|[\]\\]/g
const escaped = (text: string) => text.replace(escapes, String.raw`\$&`).replaceAll("'", "['\u2019]?")

const formPattern = once(
  () =>
    new RegExp(
      String.raw`(?<![\p{L}\p{N}'\u2019])(?:${askingForms()
        .map(({ form }) => escaped(form))
        .join('|')})(?![\p{L}\p{N}'\u2019])`,
      'giu',
    ),
)
const meanings = once(() => new Map(askingForms().map(({ form, meaning }) => [form.replaceAll("'", ''), meaning])))
const maxRewrites = 2

/** A question with its misspelt question words corrected, and with its idioms replaced by plain question words. */
export function plainForm(question: string): string {
  let text = question
  for (let round = 0; round < maxRewrites; round++) {
    text = text.replace(formPattern(), (form) => meanings().get(form.toLowerCase().replace(/['\u2019]/g, '')) ?? form)
  }
  return text
}
