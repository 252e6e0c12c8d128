import { en } from './languages/en.ts'

/** The key of a fixed text. */
type TextKey = keyof typeof en

/** A text with `{placeholders}`; if it depends on a number, `count`, its forms by the plural categories of the language (CLDR). */
export type Template =
  | string
  | ({ readonly other: string } & { readonly [form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string })

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type PlaceholdersOf<T> = T extends string
  ? NamesIn<T>
  : T extends { readonly other: infer Text }
    ? NamesIn<Text> | 'count'
    : never
type ValuesOf<Key extends TextKey> = { readonly [Name in PlaceholdersOf<(typeof en)[Key]>]: string | number }

/** The key of a text without placeholders. */
export type PlainTextKey = { [Key in TextKey]: PlaceholdersOf<(typeof en)[Key]> extends never ? Key : never }[TextKey]

const placeholder = /\{(\w+)\}/g
const language = 'en'
const texts: Readonly<Record<TextKey, Template>> = en
let rules: Intl.PluralRules | undefined

/** The plural category of a number. The rules are loaded at first use. */
function pluralOf(count: number): Intl.LDMLPluralRule {
  rules ??= new Intl.PluralRules(language)
  return rules.select(count)
}

/** The form of a template for its values: that for the number `count`, if the text depends on it. */
function formOf(template: Template, values: Readonly<Record<string, string | number>>): string {
  if (typeof template === 'string') return template
  return template[pluralOf(Number(values['count']))] ?? template.other
}

/**
 * A fixed text of the program, with values in place of its placeholders. The compiler knows which placeholders each text has. Values
 * are data: a placeholder in one of them stays as it is.
 */
export function fixedText<Key extends TextKey>(
  key: Key,
  ...[values]: PlaceholdersOf<(typeof en)[Key]> extends never ? [] : [ValuesOf<Key>]
): string {
  const known: Readonly<Record<string, string | number>> = values ?? {}
  return formOf(texts[key], known).replace(placeholder, (_, name: string) => String(known[name]))
}
