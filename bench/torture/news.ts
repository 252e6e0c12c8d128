import type { Files } from '../../testkit/library/place.ts'
import { capitalised, seededChoices, spelled } from '../made-up-words.ts'

// Made-up news that costs what news costs: a vocabulary as uneven as a language's, stories that several outlets tell in their own words,
// quotations with speakers, figures and days. None of it is true, and none of it is anybody's text.

const links = 'the of in a to and for with on from that by at as'.split(' ')
const acts =
  'approved rejected announced bought sold opened closed built signed raised cut delayed launched ended won lost'.split(
    ' ',
  )
const cues = 'said told reporters added stated argued warned'.split(' ')
const things =
  'ferries bridges turbines schools orchards wells trams archives drones contracts hospitals soldiers votes'.split(' ')
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
const offices = ['Mayor', 'Minister', 'Spokesman', 'President', 'Governor', 'Chairman']

const vocabulary = 40_000
const names = 6_000
const maxOutlets = 4
const paragraphsOfArticle = 20

interface Story {
  readonly place: string
  readonly people: readonly string[]
  readonly act: string
  readonly thing: string
  readonly count: number
  readonly day: string
  readonly said: readonly string[]
}

/** Made-up news of `paragraphs` paragraphs, 20 to an article. The same seed gives the same texts. */
export function madeUpNews(paragraphs: number, seed = 1): Files {
  const { next, below, ranked, pick } = seededChoices(seed)
  const word = () => spelled(ranked(vocabulary))
  const name = () => capitalised(spelled(vocabulary + ranked(names)))
  const phrase = (length: number) => Array.from({ length }, () => (next() < 0.4 ? pick(links) : word())).join(' ')

  const story = (): Story => ({
    place: name(),
    people: Array.from({ length: 3 }, () => `${name()} ${name()}`),
    act: pick(acts),
    thing: pick(things),
    count: 2 + below(900),
    day: pick(days),
    said: Array.from({ length: 4 }, () => capitalised(phrase(12))),
  })

  const sentence = ({ place, people, act, thing, count, day, said }: Story): string => {
    const person = pick(people)
    const surname = person.split(' ').at(-1)
    const kinds = [
      () => `The council of ${place} ${act} ${count} ${thing} on ${day}, ${pick(cues)} ${person}.`,
      () => `“${pick(said)},” ${pick(offices)} ${person} ${pick(cues)} on ${day}.`,
      () => `“${pick(said)},” ${surname} said. “${capitalised(phrase(8))}.”`,
      () => `According to ${person}, ${place} ${act} ${count} ${thing} after ${phrase(6)}.`,
      () =>
        `${capitalised(phrase(10))} in ${place}, where ${count + below(9)} ${thing} were counted in ${2001 + below(24)}.`,
    ]
    return next() < 0.45 ? (kinds[below(kinds.length)]?.() ?? '') : `${capitalised(phrase(10 + below(14)))}.`
  }

  const files: Record<string, string> = {}
  for (let left = paragraphs; left > 0; ) {
    const told = story()
    for (let outlet = 1 + below(maxOutlets); outlet > 0 && left > 0; outlet--) {
      const own = Math.min(left, paragraphsOfArticle)
      left -= own
      const body = Array.from({ length: own }, () =>
        Array.from({ length: 1 + below(3) }, () => sentence(told)).join(' '),
      )
      const date = new Date(Date.UTC(2020, 0, 1 + below(1800))).toISOString().slice(0, 10)
      const number = String(Object.keys(files).length).padStart(6, '0')
      const head = `title: ${capitalised(phrase(5))} in ${told.place}\ndate: ${date}\noutlet: ${name()} Times`
      files[`news-${number}.md`] = `---\n${head}\n---\n\n${body.join('\n\n')}\n`
    }
  }
  return files
}
