import { beforeAll, describe, expect, test } from 'vitest'
import type { Generation } from '../../src/library/generation/generation.ts'
import { generationOf, shown } from '../../testkit/articles/generation-of-texts.ts'

const harbour = `The ferry company Nordlys opened a second pier in Bergen on Monday. It cost 14 million euros.

Norway fired 30 rockets at Sweden overnight, the Swedish army said.

The ports of Bergen, Oslo and Malmo joined the harbour league, which includes major Nordic cities as well as Chile, Peru and Japan.

Norway arrested a Danish captain after Copenhagen detained a Norwegian sailor. Danish diplomat Mette Holm called it a misunderstanding.

Mayor Kari Lund raised harbour fees in a bid to pay for the pier.

The mayor also lowered rents for small shops to keep them in the old town.

Captain Jens Vik is hoping for a longer season.`

describe('ask', () => {
  let generation: Generation
  beforeAll(async () => {
    generation = await generationOf(harbour)
  })
  const first = async (question: string) => {
    const found = await shown(generation, question)
    return typeof found === 'string' ? found : found[0]
  }

  test('answers with the sentence that holds the figure asked for', async () => {
    expect(await first('How many rockets did Norway fire at Sweden?')).toMatch(/^Norway fired 30 rockets/)
  })

  test('refuses a question that has the roles the other way round', async () => {
    expect(await first('How many rockets did Sweden fire at Norway?')).toBe('roles-reversed')
  })

  test('refuses to name a person the sentence does not name, even if it names others', async () => {
    expect(await first('What is the name of the arrested Danish captain?')).toBe('type-absent')
  })

  test('gives a name that is next to its role', async () => {
    expect(await first('What is the name of the Danish diplomat?')).toMatch(/^Danish diplomat Mette Holm/)
  })

  test('prefers a list of countries if countries are asked for', async () => {
    expect(await first('Which countries are in the harbour league?')).toMatch(/Chile, Peru and Japan/)
  })

  test('finds a wish that is worded in another way', async () => {
    expect(await first('What does Vik want?')).toBe('Captain Jens Vik is hoping for a longer season.')
  })

  test('takes a name from the paragraph before if the sentence leaves it out', async () => {
    expect(await first('Why did Lund lower the rents for small shops?')).toMatch(/^The mayor also lowered rents/)
  })

  test('refuses a question that says next to nothing', async () => {
    expect(await first('And what did she call it?')).toBe('weak-match')
  })

  test('refuses a question about a person no article mentions', async () => {
    expect(await first('What did Ingrid Dahl say about the pier?')).not.toMatch(/pier in Bergen/)
    expect(await first('What did Lavrov say about the pier?')).toBe('unknown-words')
  })
})
