import { describe, expect, test } from 'vitest'
import type { AboutBot, Answer, AskAnswer } from '../../src/answers/answer/answer.ts'
import type { FactItem, TextItem } from '../../src/answers/answer/item.ts'
import type { AnswerService, Refused } from '../../src/service/answer-service.ts'
import { generationFrom, serviceOn } from '../../testkit/articles/articles.ts'
import { textItems } from '../../testkit/articles/text-items.ts'

/** A service on two articles of one sentence each, with another sentence below it so that neither article is a copy. */
async function serviceOnPair(a: string, b: string, dates = ['2024-03-12', '2024-03-12']): Promise<AnswerService> {
  return serviceOn(
    await generationFrom({
      'a.txt': `date ${dates[0]}\n${a}\n\nIt was a mild day in the town, and the gulls were loud.\n`,
      'b.txt': `date ${dates[1]}\n${b}\n\nThe wind blew hard from the north all day, they wrote.\n`,
    }),
  )
}

function itemsOf<I extends TextItem>(answer: Answer<I> | AboutBot | Refused): readonly I[] {
  if (answer.status === 'error') throw new Error(answer.message)
  return answer.status === 'answered' ? answer.items : []
}

/** The items of an answer, or the nearest sentences if nothing was found. */
function shownItems(answer: Answer | AskAnswer | Refused): readonly TextItem[] {
  if (answer.status === 'answered') return textItems(answer.items)
  return answer.status === 'nothing-found' ? answer.nearest : itemsOf(answer)
}

function files({ snippet, alsoIn }: TextItem): readonly string[] {
  return [snippet.citation, ...alsoIn].map(({ file }) => file).sort()
}

/** The items that show the first paragraph of either article, as the files they cite. */
function citedTogether(answer: Answer | AskAnswer | Refused): readonly (readonly string[])[] {
  return shownItems(answer)
    .filter(({ snippet }) => snippet.citation.paragraph === 1)
    .map(files)
}

const base = 'The council of Brill approved the budget for the new school on Monday by 14 votes to 3, the mayor said.'
const question = 'Who approved the budget for the new school?'

/** One difference each that makes of it another claim. */
const others: readonly (readonly [string, string])[] = [
  ['a denial', base.replace('approved', 'has not approved')],
  ['never', base.replace('approved', 'never approved')],
  ['a modal', base.replace('approved', 'may approve')],
  ['what is to come', base.replace('approved', 'will approve')],
  ['a refusal', base.replace('approved', 'refused to approve')],
  ['a failure', base.replace('approved', 'failed to approve')],
  ['the contrary act', base.replace('approved', 'rejected')],
  ['who did it', base.replace('council', 'court')],
  ['who says it', base.replace('mayor', 'clerk')],
  ['a name', base.replace('Brill', 'Lund')],
  ['what it is about', base.replace('school', 'prison')],
  ['a day', base.replace('Monday', 'Tuesday')],
  ['a number', base.replace('14', '11')],
  ['a unit', base.replace('14 votes to 3', '14 percent to 3 percent')],
  ['a condition', base.replace(', the mayor said', ' if the court agrees, the mayor said')],
  ['doubt', base.replace('approved', 'reportedly approved')],
]

/** Ways to write the same. */
const harmless: readonly (readonly [string, string, string])[] = [
  [
    'spelling',
    'The programme of the theatre in Brill was cancelled on Monday, the labour union said.',
    'The program of the theater in Brill was canceled on Monday, the labor union said.',
  ],
  [
    'the form of a number',
    'The council of Brill closed 26 of the old schools in the valley.',
    'The council of Brill closed twenty-six of the old schools in the valley.',
  ],
  [
    'an article',
    'The council of Brill approved a budget for the new school by 14 votes to 3.',
    'The council of Brill approved the budget for the new school by 14 votes to 3.',
  ],
  [
    'a relative clause',
    'The council of Brill approved the budget for the new school by 14 votes to 3.',
    'The council of Brill, which met in the old hall, approved the budget for the new school by 14 votes to 3.',
  ],
]

const promises = {
  'a.txt':
    'date 2024-03-12\n“We will raise the fares of the ferry in the spring,” said Mayor Ivo Land on Monday.\n\nThe yard of Moor sold two cranes for 90 crowns.\n',
  'b.txt':
    'date 2024-03-13\n“We will not raise the fares of the ferry in the spring,” said Mayor Ivo Land on Tuesday.\n\nThe bakers of Lund went on strike at noon.\n',
  'c.txt':
    'date 2024-03-13\n“We will raise the fares of the ferry in the autumn,” said Mayor Ivo Land on Tuesday.\n\nFour sailors of the tanker Olga were saved near the mole.\n',
}

describe('/ask', () => {
  test.each(others)('cites no sentence for another that differs in %s', async (_, other) => {
    const answer = await (await serviceOnPair(base, other)).ask(question)
    expect(citedTogether(answer).filter((cited) => cited.length > 1)).toEqual([])
  })

  test('shows both sentences where one says the opposite of the other', async () => {
    const service = await serviceOnPair('Police have ruled out sabotage.', 'Police have not ruled out sabotage.')
    expect(
      citedTogether(await service.ask('Was it sabotage?'))
        .flat()
        .sort(),
    ).toEqual(['a.txt', 'b.txt'])
    expect(citedTogether(await service.ask('Was it sabotage?'))).toHaveLength(2)
  })

  test.each(['€4', '4 pounds', '$4.50'])('cites no price of %s for one of four dollars', async (price) => {
    const sentence = (shown: string) => `The vaccine will cost ${shown} a dose in the clinics of Brill.`
    const service = await serviceOnPair(sentence('$4'), sentence(price))
    expect(citedTogether(await service.ask('How much will the vaccine cost?'))).toHaveLength(2)
  })

  test('cites no Monday for another Monday', async () => {
    const service = await serviceOnPair(base, base, ['2024-03-12', '2024-04-16'])
    expect(citedTogether(await service.ask(question)).filter((cited) => cited.length > 1)).toEqual([])
  })

  test.each(harmless)('shows sentences once that differ in nothing but %s', async (_, a, b) => {
    const answer = await (await serviceOnPair(a, b)).ask(a)
    expect(citedTogether(answer)).toEqual([['a.txt', 'b.txt']])
  })
})

describe('"Find in articles"', () => {
  test.each(others)('cites no sentence for another that differs in %s', async (_, other) => {
    const answer = await (await serviceOnPair(base, other)).find(base.replace(/^The /, 'Any '))
    expect(citedTogether(answer).filter((cited) => cited.length > 1)).toEqual([])
  })

  test.each(harmless.slice(1, 3))('shows sentences once that differ in nothing but %s', async (_, a, b) => {
    // Not quite the words of either: those of one would be found as they stand.
    const answer = await (await serviceOnPair(a, b)).find(a.replace(/^The /, 'Any '))
    expect(citedTogether(answer)).toEqual([['a.txt', 'b.txt']])
  })

  test('cites no promise for another', async () => {
    const service = serviceOn(await generationFrom(promises))
    for (const text of Object.values(promises)) {
      expect(itemsOf(await service.find(text)).filter((item) => files(item).length > 1)).toEqual([])
    }
  })
})

/** Whether each two articles that an item cites are told apart by one of its differences. */
function namesWhatDiffers(item: FactItem): boolean {
  return item.differences.some(({ values }) => {
    const named = new Set(values.map(({ citation }) => citation.file))
    return files(item).every((file) => named.has(file))
  })
}

describe.each([
  ['/facts', (service: AnswerService) => service.facts('budget')],
  ['/compare', (service: AnswerService) => service.compare('a', 'b')],
  ['/timeline', (service: AnswerService) => service.timeline('budget')],
])('%s', (_, call) => {
  test.each(others)('names the difference beside what two articles report otherwise: %s', async (__, other) => {
    const answer = await call(await serviceOnPair(base, other))
    const joined = itemsOf(answer).filter((item) => files(item).length > 1)
    expect(joined.filter((item) => !namesWhatDiffers(item))).toEqual([])
  })
})

test('/facts names the currency where two articles give another', async () => {
  const sentence = (shown: string) => `The vaccine will cost ${shown} a dose in the clinics of Brill.`
  const answer = await (await serviceOnPair(sentence('$4'), sentence('€4'))).facts('vaccine')
  const [item] = itemsOf(answer)
  expect(item?.differences).toMatchObject([{ kind: 'figure', values: [{ text: '$4' }, { text: '€4' }] }])
})

test('/compare names what differs between two articles also where a third reports the same', async () => {
  const service = serviceOn(
    await generationFrom({
      'a.txt': `date 2024-03-12\n${base}`,
      'b.txt': `date 2024-03-12\n${base}\n\nThe wind blew hard from the north.`,
      'c.txt': `date 2024-03-12\n${base.replace('approved', 'did not approve')}\n\nThe gulls were loud.`,
    }),
  )
  const joined = itemsOf(await service.compare('b', 'c')).filter((item) => files(item).length > 1)
  expect(joined.filter((item) => !namesWhatDiffers(item))).toEqual([])
})

describe.each([
  ['/quotes', (service: AnswerService) => service.quotes('Ivo Land')],
  ['/who-said', (service: AnswerService) => service.whoSaid('we will raise the fares of the ferry in the spring')],
])('%s', (_, call) => {
  test('shows three promises of one speaker as three statements', async () => {
    const items = itemsOf(await call(serviceOn(await generationFrom(promises))))
    expect(items.map(files).sort()).toEqual([['a.txt'], ['b.txt'], ['c.txt']])
    expect(
      items.flatMap((item) => (item.kind === 'quotation' ? item.statement.variants : item.statement.reports)),
    ).toEqual([])
  })
})

test('each wording of a statement is listed under it, word for word and with its citation', async () => {
  const generation = await generationFrom({
    'a.txt': '“We have waited a decade for this satellite and I can wait for a valve,” said Anneli Kapoor.',
    'b.txt': '“We have waited a decade for this satellite, and I can wait for a valve,” Anneli Kapoor said.',
    'c.txt': 'Anneli Kapoor said: “We have waited a decade for this satellite.”',
  })
  const [item, ...more] = itemsOf(await serviceOn(generation).quotes('Kapoor'))
  expect(more).toEqual([])
  expect(item && files(item)).toEqual(['a.txt', 'b.txt'])
  expect(
    item?.kind === 'quotation' &&
      item.statement.variants.map(({ text, citation, alsoIn }) => [
        text,
        [citation, ...alsoIn].map(({ file }) => file),
      ]),
  ).toEqual([['We have waited a decade for this satellite.', ['c.txt']]])
})

test('a modal between two articles of one day is not shown as another date', async () => {
  const answer = await (await serviceOnPair(base, base.replace('approved', 'may approve'))).facts('budget')
  const differences = itemsOf(answer).flatMap((item) => item.differences)
  expect(differences.map(({ kind }) => kind)).not.toContain('date')
  expect(differences).not.toHaveLength(0)
})
