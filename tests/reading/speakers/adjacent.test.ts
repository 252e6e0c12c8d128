import { describe, expect, test } from 'vitest'
import { said } from '../../../testkit/articles/said.ts'

describe('quotations side by side can be of two people', () => {
  test.each<[string, [string, string | null][]]>([
    [
      '“The plan is good,” Ana Lima said. “The plan is bad,” Rui Costa said.',
      [
        ['The plan is good,', 'Ana Lima'],
        ['The plan is bad,', 'Rui Costa'],
      ],
    ],
    [
      'Ana Lima called the plan “a triumph,” Rui Costa “a farce from start to end.”',
      [
        ['a triumph,', 'Ana Lima'],
        ['a farce from start to end.', 'Rui Costa'],
      ],
    ],
    [
      '“Will the bridge hold?” “It has held for a hundred years,” said Rui Costa.',
      [
        ['Will the bridge hold?', null],
        ['It has held for a hundred years,', 'Rui Costa'],
      ],
    ],
    [
      '“Will it hold?” Ana Lima asked. “It will,” Rui Costa answered.',
      [
        ['Will it hold?', 'Ana Lima'],
        ['It will,', 'Rui Costa'],
      ],
    ],
    [
      '“It is cold,” said Ana Lima. “It is not,” said Rui Costa. “It is,” said Lima.',
      [
        ['It is cold,', 'Ana Lima'],
        ['It is not,', 'Rui Costa'],
        ['It is,', 'Ana Lima'],
      ],
    ],
    [
      'Ana Lima said “we go on” and Rui Costa “we stop here and now.”',
      [
        ['we go on', 'Ana Lima'],
        ['we stop here and now.', 'Rui Costa'],
      ],
    ],
    [
      'Ines Paz calls it “a poem in wood,” Tom Reis “the ugliest pier of the coast.”',
      [
        ['a poem in wood,', 'Ines Paz'],
        ['the ugliest pier of the coast.', 'Tom Reis'],
      ],
    ],
    [
      'Ines Paz described the vote as “a great day for the town” and Tom Reis as “a black day for all of us.”',
      [
        ['a great day for the town', 'Ines Paz'],
        ['a black day for all of us.', 'Tom Reis'],
      ],
    ],
    [
      'Ines Paz said she was “proud of every plank”; Tom Reis was “ashamed of every nail.”',
      [
        ['proud of every plank', 'Ines Paz'],
        ['ashamed of every nail.', 'Tom Reis'],
      ],
    ],
    [
      '“Too loud,” said Ines Paz; “too slow,” said Tom Reis.',
      [
        ['Too loud,', 'Ines Paz'],
        ['too slow,', 'Tom Reis'],
      ],
    ],
    [
      '“It floats!” cried Ines Paz. “It sinks!” cried Tom Reis.',
      [
        ['It floats!', 'Ines Paz'],
        ['It sinks!', 'Tom Reis'],
      ],
    ],
    [
      'Ines Paz wrote “it floats” while Tom Reis wrote “it sinks like a stone.”',
      [
        ['it floats', 'Ines Paz'],
        ['it sinks like a stone.', 'Tom Reis'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})

describe('making clear is saying', () => {
  test.each<[string, [string, string | null][]]>([
    [
      'Mayor Ana Lima was very blunt: "The company seeks to drain and to ruin the harbour of the islands. We cannot let that happen here." And Rui B. Costa made clear that "a company in this harbour can never be trusted."',
      [
        [
          'The company seeks to drain and to ruin the harbour of the islands. We cannot let that happen here.',
          'Ana Lima',
        ],
        ['a company in this harbour can never be trusted.', 'Rui B. Costa'],
      ],
    ],
    [
      'Ana Lima praised the pier, but Tom Vale made it plain that “nobody will pay for it twice.”',
      [['nobody will pay for it twice.', 'Tom Vale']],
    ],
    ['Ana Lima was calm. Bea Melo left no doubt that “the pier must go.”', [['the pier must go.', 'Bea Melo']]],
    ['Ana Lima spoke first. Tom Vale put it bluntly: “The pier must go.”', [['The pier must go.', 'Tom Vale']]],
    [
      'Ana Lima spoke for an hour. Tom Vale let it be known that “the pier is already sold.”',
      [['the pier is already sold.', 'Tom Vale']],
    ],
    [
      'Ana Lima spoke for an hour. Tom Vale went on record that “the pier is already sold.”',
      [['the pier is already sold.', 'Tom Vale']],
    ],
    [
      'Ines Paz opened the pier. Tom Reis has made it abundantly clear that “the next one will be made of stone.”',
      [['the next one will be made of stone.', 'Tom Reis']],
    ],
    [
      'Ines Paz opened the pier, and Carla Sousa made plain that she was “not amused by the colour.”',
      [['not amused by the colour.', 'Carla Sousa']],
    ],
    [
      'Tom Reis thanked the crew. “The next one,” Ines Paz made clear, “will be made of stone.”',
      [
        ['The next one,', 'Ines Paz'],
        ['will be made of stone.', 'Ines Paz'],
      ],
    ],
    [
      'Tom Reis thanked the crew. Ines Paz made it known: “The next one is mine.”',
      [['The next one is mine.', 'Ines Paz']],
    ],
    [
      'Tom Reis made the boat clear the bar. Ines Paz shouted “you are a fool, but a good one.”',
      [['you are a fool, but a good one.', 'Ines Paz']],
    ],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})
