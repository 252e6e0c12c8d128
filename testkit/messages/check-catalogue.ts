import type { Template } from '../../src/messages/fixed-text.ts'

type Catalogue = Readonly<Record<string, Template>>

const placeholder = /\{(\w+)\}/g

const formsOf = (template: Template): Readonly<Record<string, string>> =>
  typeof template === 'string' ? { text: template } : { ...template }

const placeholdersIn = (text: string, ...more: readonly string[]): string =>
  [...new Set([...more, ...[...text.matchAll(placeholder)].map(([, name = '']) => name)])].sort().join(', ')

/** What is wrong with the texts of a language, compared with those in English, as sentences. */
export function problemsOf(language: string, texts: Catalogue, english: Catalogue): readonly string[] {
  const problems: string[] = []
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  for (const key of Object.keys(english)) if (!Object.hasOwn(texts, key)) problems.push(`${key} is missing`)
  for (const [key, template] of Object.entries(texts)) {
    const original = english[key]
    if (original === undefined) {
      problems.push(`${key} is not a key`)
      continue
    }
    // A text that depends on a number need not show it: "another sentence".
    const implied = typeof original === 'string' ? [] : ['count']
    const expected = placeholdersIn(typeof original === 'string' ? original : original.other, ...implied)
    for (const [form, text] of Object.entries(formsOf(template))) {
      if (text.trim() === '') problems.push(`${key} (${form}) is empty`)
      if (/[{}]/.test(text.replace(placeholder, ''))) problems.push(`${key} (${form}) has a brace too many`)
      if (placeholdersIn(text, ...implied) !== expected)
        problems.push(`${key} (${form}) has the placeholders "${placeholdersIn(text)}" instead of "${expected}"`)
    }
    if (typeof template === 'string') continue
    if (!expected.split(', ').includes('count')) problems.push(`${key} has plural forms but no number`)
    const missing = categories.filter((category) => template[category] === undefined)
    const foreign = Object.keys(template).filter((form) => !categories.some((category) => category === form))
    if (missing.length > 0) problems.push(`${key} lacks the plural forms ${missing.join(', ')}`)
    if (foreign.length > 0) problems.push(`${key} has plural forms that the language lacks: ${foreign.join(', ')}`)
  }
  return problems
}
