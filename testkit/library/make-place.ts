import { onTestFinished } from 'vitest'
import { council } from '../articles/articles.ts'
import { type Files, openPlace, type Place } from './place.ts'

export { fingerprint, openAt, type Place, version } from './place.ts'

/** An empty data folder, and a folder with the articles given; concurrent tests hand in their own `onTestFinished`. */
export async function makePlace(
  files: Files = flat(council),
  onFinished: (clean: () => Promise<void>) => void = onTestFinished,
): Promise<Place> {
  const { remove, ...place } = await openPlace(files)
  onFinished(remove)
  return place
}

function flat(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name.replaceAll('/', '-'), text]))
}
