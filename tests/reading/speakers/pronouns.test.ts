import { describe, expect, test } from 'vitest'
import { said } from '../../../testkit/articles/said.ts'

describe('he and she refer to somebody in their own sentence or paragraph first', () => {
  test.each<[string, [string, string | null][]]>([
    [
      'Mayor Rui Costa presented the budget for the hospital on Tuesday. He said little about the debts.\nI have a friend who is a nurse, and he said to me the other day, "I have more forms than I have bandages. It is a disaster."\nBut a man who is really respected here came up, and he said, "How does it feel to be broke?"',
      [
        ['I have more forms than I have bandages. It is a disaster.', null],
        ['How does it feel to be broke?', null],
      ],
    ],
    [
      'Mayor Rui Costa presented the budget on Tuesday.\nAn old fisherman at the pier shook his head, and he muttered, “They never learn a thing.”',
      [['They never learn a thing.', null]],
    ],
    [
      'Mayor Ana Lima presented the budget on Tuesday.\nA nurse stopped me in the hall and she said, “We have no beds for anybody.”',
      [['We have no beds for anybody.', null]],
    ],
    [
      'Mayor Ana Lima presented the budget on Tuesday.\nA woman at the river, who did not want to be named, stared at the gap. “My brother crossed it every day,” she said.',
      [['My brother crossed it every day,', null]],
    ],
    [
      'Mayor Rui Costa presented the budget on Tuesday.\nI asked a man from the mill what would come next. “Saturday exists,” he said, and would not be drawn further.',
      [['Saturday exists,', null]],
    ],
    [
      'Mayor Rui Costa presented the budget on Tuesday.\nWhen Tom Vale heard of it, he said, “We will pay for nothing.”',
      [['We will pay for nothing.', 'Tom Vale']],
    ],
    [
      'Mayor Rui Costa presented the budget on Tuesday.\nBefore Tom Vale left, he told the clerk: “Keep the keys.”',
      [['Keep the keys.', 'Tom Vale']],
    ],
    [
      'Mayor Rui Costa presented the budget on Tuesday.\nTom Vale came late, and he said that “the roof is about to fall.”',
      [['the roof is about to fall.', 'Tom Vale']],
    ],
    [
      'Mayor Rui Costa presented the budget on Tuesday. Tom Vale listened.\n“The hospital is safe,” Costa said, and he added: “So are the nurses.”',
      [
        ['The hospital is safe,', 'Rui Costa'],
        ['So are the nurses.', 'Rui Costa'],
      ],
    ],
    ...['gran', 'mum', 'granddaughter', 'landlady'].map((kin): [string, [string, string | null][]] => [
      `My friend Tom keeps bees.\nMy ${kin}, who ran a tea room for thirty years, put it differently. “Make what folk eat on a Tuesday,” she said.`,
      [['Make what folk eat on a Tuesday,', null]],
    ]),
    [
      'My friend Tom keeps bees.\n“Make what folk eat on a Tuesday,” she said.',
      [['Make what folk eat on a Tuesday,', null]],
    ],
    ['Rui Costa met a nurse at the hospital. “It was a good talk,” he said.', [['It was a good talk,', 'Rui Costa']]],
    ['Rui Costa is a nurse from Brill. “It was a good talk,” he said.', [['It was a good talk,', 'Rui Costa']]],
    ['Rui Costa, a nurse from Brill, sat down. “It was a good talk,” he said.', [['It was a good talk,', 'Rui Costa']]],
    [
      'As a boy he rowed. Rui Costa, now a man of 60, still rows. “It keeps me young,” he said.',
      [['It keeps me young,', 'Rui Costa']],
    ],
    [
      'Mayor Rui Costa presented the budget on Tuesday.\nThe mayor smiled, and he said, “The hospital stays open.”',
      [['The hospital stays open.', 'Rui Costa']],
    ],
    [
      'Mayor Rui Costa presented the budget on Tuesday.\nMy neighbour lost his job, and he tells everybody, “The budget did it.”',
      [['The budget did it.', null]],
    ],
    [
      'Mayor Rui Costa presented the budget on Tuesday.\nOne driver got out of his van. “You are all mad,” he shouted.',
      [['You are all mad,', null]],
    ],
    [
      'Mayor Rui Costa opened the pier on Sunday.\nAn engineer from Brill climbed the ladder, then he shouted: “It holds until the winter!”',
      [['It holds until the winter!', null]],
    ],
    [
      'Mayor Rui Costa opened the pier on Sunday.\nMy uncle came home that night, and he told us, “The pier will not last.”',
      [['The pier will not last.', null]],
    ],
    [
      'Mayor Ana Lima opened the pier on Sunday.\nThere was an old woman on the bench. “I have seen three piers,” she said.',
      [['I have seen three piers,', null]],
    ],
    [
      'Mayor Ana Lima opened the pier on Sunday.\nWe met a teacher who had come with her class. “They will remember this,” she said. “So will I.”',
      [
        ['They will remember this,', null],
        ['So will I.', null],
      ],
    ],
    [
      'Mayor Rui Costa opened the pier on Sunday.\nA voter asked about the cost. “It was cheap,” Costa said.',
      [['It was cheap,', 'Rui Costa']],
    ],
    [
      'Mayor Rui Costa opened the pier on Sunday. A voter asked Costa about the cost.\n“It was cheap,” he said.',
      [['It was cheap,', 'Rui Costa']],
    ],
    [
      'Mayor Rui Costa opened the pier on Sunday.\nAs Tom Reis stepped on it, he said: “It moves.”',
      [['It moves.', 'Tom Reis']],
    ],
    [
      'Mayor Rui Costa opened the pier on Sunday.\nTom Reis stepped on it and he cried, “It moves.”',
      [['It moves.', 'Tom Reis']],
    ],
    [
      'Mayor Rui Costa opened the pier on Sunday.\nTom Reis, a fisherman, stepped on it. “It moves,” he said.',
      [['It moves,', 'Tom Reis']],
    ],
    [
      'Mayor Rui Costa opened the pier on Sunday.\nTom Reis has been a fisherman all his life. “It moves,” he said.',
      [['It moves,', 'Tom Reis']],
    ],
    [
      'Mayor Rui Costa opened the pier on Sunday.\nHis brother was not impressed, and he said so: “I would have used oak.”',
      [['I would have used oak.', null]],
    ],
    [
      'Mayor Rui Costa opened the pier on Sunday. A band played, and he danced. “I feel young,” he said.',
      [['I feel young,', 'Rui Costa']],
    ],
    [
      'Mayor Rui Costa opened the pier on Sunday.\nA woman in the crowd waved at him. “I feel young,” he said.',
      [['I feel young,', 'Rui Costa']],
    ],
    [
      'Mayor Rui Costa, who once was a sailor, opened the pier, and he said: “I feel young.”',
      [['I feel young.', 'Rui Costa']],
    ],
    ['As a sailor, Rui Costa saw many piers. “This one is good,” he said.', [['This one is good,', 'Rui Costa']]],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})
