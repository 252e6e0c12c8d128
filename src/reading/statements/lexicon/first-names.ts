import { once } from '../../../resources/once.ts'
import { readWordLists } from '../../../resources/resources.ts'
import type { Gender } from './titles.ts'

const genders = once((): ReadonlyMap<string, Gender> => {
  const names = readWordLists('lexicons/quotations/first-names.tsv', ['female', 'male'])
  const found = new Map<string, Gender>()
  for (const name of names('female').flat()) found.set(name, 'female')
  for (const name of names('male').flat()) found.set(name, 'male')
  return found
})

/** The usual gender of a lower-case first name, or undefined if it is rare or unisex. */
export const genderOfFirstName = (lower: string): Gender | undefined => genders().get(lower)
