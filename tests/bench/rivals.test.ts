import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Rival, RivalMissing } from '../../bench/scale/rivals/rival.ts'
import { rivals } from '../../bench/scale/rivals/rivals.ts'

const texts = [
  'The council approved three bridges over the river.',
  'A lighthouse keeper counted the ferries of the morning.',
  'Orchards in the valley lost half of their apples to the frost.',
]
const found: { folder: string } = { folder: '' }

beforeAll(async () => {
  found.folder = await mkdtemp(join(tmpdir(), 'verbatim-rivals-'))
})
afterAll(() => rm(found.folder, { recursive: true }))

/** A rival over a new folder; null if it is not installed, or not part of this Node. */
function open(name: string, folder: string): Rival | null {
  try {
    return rivals[name]?.(folder) ?? null
  } catch (error) {
    if (error instanceof RivalMissing) return null
    throw error
  }
}

test.for(Object.keys(rivals))(
  '%s finds the right paragraph, and the same once it is stored and loaded',
  async (name) => {
    const folder = join(found.folder, name)
    await mkdir(folder)
    const built = open(name, folder)
    if (built === null) return
    texts.forEach((text, key) => {
      built.add({ key, title: 'News', text })
    })
    const questions = [
      'Who counted the ferries?',
      'How many bridges did the council approve?',
      'What did the orchards lose?',
    ]
    const first = async (rival: Rival) =>
      Promise.all(questions.map(async (question) => (await rival.search(question, 10))[0]))
    expect(await first(built)).toEqual([1, 0, 2])
    await built.save()
    const loaded = open(name, folder)
    await loaded?.load()
    expect(loaded === null ? [] : await first(loaded)).toEqual([1, 0, 2])
  },
)
