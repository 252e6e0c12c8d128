import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraphKind } from '../../src/corpus/boilerplate/paragraph-kinds.ts'
import { anyText } from '../../testkit/text/any-text.ts'

describe('what a page prints around an article is boilerplate', () => {
  test.each([
    'Advertisement',
    'ADVERTISEMENT',
    'Article continues below advertisement',
    'Sponsored by Acme Corp',
    'Share this article',
    'Share on Facebook',
    'Follow us on Instagram',
    'Sign up for our daily newsletter',
    'Get the latest news delivered to your inbox. Sign up here.',
    'For more, sign up for the Storm Watch newsletter.',
    'Subscribe to our weather podcast here.',
    'Read more: Storm hits the coast',
    'Related: Storm hits the coast',
    'Most Read',
    'Listen to this article',
    '5 Comments',
    '#interview #harbour/boats',
    'Loading...',
    'https://news.example/alerts',
    '© 2024 The Daily Example. All rights reserved.',
    'Copyright 2024 The Daily Example. This material may not be published.',
    'This article was originally published on The Example.',
    'This story has been updated to correct the name of the mayor.',
    'Editor’s note: The headline was changed.',
    'CORRECTION (May 3): An earlier version misspelled the name.',
    'Reporting by Jane Doe in Lisbon; Editing by John Roe',
    '(Additional reporting by Jane Doe; writing by John Roe)',
    'Doe reported from Lisbon.',
    'Jane Doe in Lisbon and John Roe in Porto contributed to this report.',
    '* * *',
    '———',
    '…',
  ])('%s', (text) => {
    expect(paragraphKind(text, false)).toBe('boilerplate')
  })
})

test.each(['#house/kitchen #todo#', 'Originally published at jo.example on November 3, 2018.'])(
  '%s is boilerplate',
  (text) => {
    expect(paragraphKind(text, false)).toBe('boilerplate')
  },
)

describe('fewer than three letters are boilerplate, unless they are a heading', () => {
  test.each([
    ['a', 'boilerplate'],
    ['at 1,204 m.', 'body'],
    ['1,204 m.', 'boilerplate'],
    ['“No.”', 'boilerplate'],
    ['火事', 'boilerplate'],
    ['yes', 'body'],
    ['12 km/h,', 'body'],
    ['# AI', 'heading'],
    ['UN', 'heading'],
  ] as const)('%s', (text, kind) => {
    expect(paragraphKind(text, false)).toBe(kind)
  })
})

describe('the author and the date of print are a byline', () => {
  test.each([
    'By Jane Doe',
    'BY JANE DOE',
    'By Jane Doe and John Roe',
    'By JANE DOE, Example Press',
    'By Jane Doe | Staff Writer',
    'By Ludwig van Doe in Lisbon',
    'Example News Staff',
    'XYZ Staff Jane Doe',
    'Jane Doe, Staff Writer',
    'Updated 3:15 PM EDT, May 3, 2024',
    'Published May 3, 2024 at 10:15 a.m.',
    'Friday, May 3, 2024',
    '3 May 2024, 10:15 GMT',
    '2024-05-03',
    'Posted on the 3rd of May, 2024',
    'Sept. 3rd, 2024 | 10:15 GMT',
    '03/04/2024',
    'By May Lee',
    'By January Roe',
    '5 min read',
    'Feb 14, 2024 — 3 min read',
    '4 min read·Oct 2, 2020',
    'Posted on October 2, 2020 by Jane Doe',
    'Jane Doe • Oct 2, 2020',
    'By Jane Doe, October 2, 2020.',
  ])('%s', (text) => {
    expect(paragraphKind(text, false)).toBe('byline')
  })
})

describe('the words under a picture are a caption', () => {
  test.each([
    'The mayor cuts the ribbon. (Photo by Jane Doe/Getty Images)',
    'The mayor cuts the ribbon on Monday. (AP Photo/Jane Doe)',
    'The mayor cuts the ribbon. (Jane Doe / AFP)',
    'The mayor cuts the ribbon. (Photo: Jane Doe)',
    'The mayor cuts the ribbon. (Handout via REUTERS)',
    'The mayor cuts the ribbon (Reuters)',
    'The mayor cuts the ribbon. REUTERS/Jane Doe',
    'The mayor cuts the ribbon. Photograph: Jane Doe',
    'FILE - The mayor cuts the ribbon, May 3, 2023.',
    'Image credit: Jane Doe',
    '![The mayor](mayor.jpg)',
  ])('%s', (text) => {
    expect(paragraphKind(text, false)).toBe('caption')
  })
})

describe('a short line without a stop is a heading', () => {
  test.each([
    '## The storm',
    'A Night of Storms',
    'Why it matters',
    '**What we know**',
    '“A night to forget” in Porto',
  ])('%s', (text) => {
    expect(paragraphKind(text, false)).toBe('heading')
  })

  test('but not if nothing follows it', () => {
    expect(paragraphKind('A Night of Storms', true)).toBe('body')
    expect(paragraphKind('## The storm', true)).toBe('heading')
  })
})

describe('a sentence of the story is body, however it begins', () => {
  test.each([
    'Share prices fell on Monday.',
    'May 3, 2024, was a cold day.',
    'By Monday the harbour was full.',
    'By May the Rovers were last.',
    'Shares in the company rose 4 percent.',
    'Share this view or not, the minister told parliament, but respect it.',
    'Advertising revenue rose.',
    'Advertisement rates will rise in May.',
    'Sponsored by the city, the race drew 4,000 runners.',
    'Subscribe now is what the poster said, he recalled.',
    'Subscribe to a theory long enough and it starts to look like fact.',
    'Sign up, the sergeant told him, and he did.',
    'Follow us, the rescuers shouted.',
    'Residents may register for the free vaccine today, the mayor said.',
    'News alerts about the storm were sent to every inbox in the city.',
    'Read more books, the teacher told them.',
    'More on that later, he said.',
    'Most read the letter in silence.',
    'Comment on the case was refused by the prosecutor.',
    'Like this one, the older bridge was built of stone.',
    'Save the Children said 14 people died.',
    'Print on paper has its own charm.',
    'Email now accounts for half of all complaints.',
    'Related costs rose by a third.',
    'Loading docks were closed.',
    'This story was told to me by my grandmother.',
    'This report was published by the ministry on Friday and found 12 failings.',
    'Correction of the river’s course will cost 3 million euros.',
    'Update: three more bodies were found on Tuesday, police said.',
    'Copyright law protects the work for 70 years.',
    'She contributed to the report on floods.',
    'Reporting by the paper led to two arrests.',
    'Written by a monk in 1340, the chronicle lists every flood.',
    'Edited by her sister, the book sold well.',
    'By noon the square was full.',
    'By Friday, Prague and Vienna Were Under Water.',
    'By the time Ana Lima arrived, the bridge had gone.',
    'He left the council (his image was damaged).',
    'The ministry published the file (see photo).',
    'Prices rose by 4 percent, traders said (Bloomberg).',
    'She died in the pool (a public pool).',
    'Photos by tourists helped the police.',
    '“We will stay.”',
    '12 people died.',
    '- a boat',
  ])('%s', (text) => {
    expect(paragraphKind(text, false)).toBe('body')
  })
})

describe('any paragraph', () => {
  test('has a kind', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, isLast) => {
        expect(['body', 'heading', 'caption', 'byline', 'boilerplate']).toContain(paragraphKind(text, isLast))
      }),
      { numRuns: 500 },
    )
  })
})
