import { expect, test } from 'vitest'
import { generationOf, seeds } from '../../../testkit/articles/articles.ts'

/** What the five articles report without quotation marks, checked by hand: article, paragraph, speaker (null: no name), first words. */
const reported = [
  ['000', 5, 'Emmanuel Macron', 'ahead of Thursday'],
  ['000', 10, 'Zelenskyy', 'In a policy shift'],
  ['000', 10, 'Ukraine', 'for continued U.S.'],
  ['000', 12, 'Mark Rutte', 'that a broad coalition'],
  ['000', 16, null, 'Air defenses intercepted'],
  ['000', 17, 'Russia', 'that it was expelling'],
  ['001', 5, 'Emmanuel Macron', 'ahead of Thursday'],
  ['001', 9, 'Volodymyr Zelenskyy', 'In a policy shift'],
  ['001', 9, 'Ukraine', 'for continued U.S.'],
  ['001', 10, null, 'Air defenses intercepted'],
  ['002', 1, 'Associated Press', 'US President Donald'],
  ['002', 5, null, 'that Witkoff also'],
  ['002', 5, null, 'that the goal was'],
  ['002', 10, 'Ukrainian Air Force', 'Russia launched 112'],
  ['002', 12, 'Donald Trump', 'that he planned to speak'],
  ['002', 14, 'Donald Trump', 'his administration’s sanctions'],
  ['003', 8, 'Emmanuel Macron', 'that the coalition will'],
  ['003', 10, null, 'that any deployment'],
  ['003', 12, 'Maria Zakharova', 'that Moscow will not'],
  ['003', 14, 'Mark Rutte', 'that Russia’s views'],
  ['004', 1, 'Emmanuel Macron', 'that 26 of Ukraine’s'],
  ['004', 3, 'Emmanuel Macron', 'that the reassurance force'],
  ['004', 3, 'Emmanuel Macron', 'that planning details'],
  ['004', 3, 'Emmanuel Macron', 'that Washington had'],
  ['004', 4, 'Emmanuel Macron and Keir Starmer', 'that the European'],
  ['004', 5, 'Keir Starmer’s office', 'Trump reaffirmed support'],
  ['004', 7, 'Mark Rutte', 'that Russian aggression'],
  ['004', 7, 'Mark Rutte', 'the importance of'],
  ['004', 8, 'Air Force', 'that Russia launched 112'],
]

test('the reports of the five articles have their speakers, and none is made up', async () => {
  const { utterances } = await generationOf(seeds)
  const found = utterances
    .filter(({ form }) => form === 'reported')
    .map(({ article, paragraph, content }) => [article.id.slice(0, 3), paragraph.number, content.speaker, content.text])
  expect(found).toEqual(
    reported.map(([article, paragraph, speaker, words]) => [
      article,
      paragraph,
      speaker,
      expect.stringMatching(new RegExp(`^${words}`)),
    ]),
  )
})
