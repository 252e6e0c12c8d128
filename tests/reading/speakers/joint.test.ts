import { describe, expect, test } from 'vitest'
import { said } from '../../../testkit/articles/said.ts'

describe('several people who speak together are all named', () => {
  test.each<[string, [string, string | null][]]>([
    [
      '“We will build the bridge,” said Ana Lima and Rui Costa.',
      [['We will build the bridge,', 'Ana Lima and Rui Costa']],
    ],
    [
      '“We will build the bridge,” Ana Lima, Rui Costa and Bea Melo wrote in a letter.',
      [['We will build the bridge,', 'Ana Lima, Rui Costa and Bea Melo']],
    ],
    [
      '“We will build the bridge,” said Ana Lima, Rui Costa and Bea Melo.',
      [['We will build the bridge,', 'Ana Lima, Rui Costa and Bea Melo']],
    ],
    [
      'Ana Lima and Rui Costa said the bridge “will be open before the summer.”',
      [['will be open before the summer.', 'Ana Lima and Rui Costa']],
    ],
    [
      'Ana Lima and Rui Costa told reporters: “We will not sell the bridge.”',
      [['We will not sell the bridge.', 'Ana Lima and Rui Costa']],
    ],
    [
      'According to Ana Lima and Rui Costa, the bridge “will be open before the summer.”',
      [['will be open before the summer.', 'Ana Lima and Rui Costa']],
    ],
    [
      '“We will build the bridge,” said Mayor Ana Lima and Senator Rui Costa in a joint statement.',
      [['We will build the bridge,', 'Ana Lima and Rui Costa']],
    ],
    ['“We will build the bridge,” said Ana Lima, and Rui Costa agreed.', [['We will build the bridge,', 'Ana Lima']]],
    ['“We will build the bridge,” said Ana Lima and left the room.', [['We will build the bridge,', 'Ana Lima']]],
    ['“We will build the bridge,” said Ana Lima and Rui Costa clapped.', [['We will build the bridge,', 'Ana Lima']]],
    [
      '“We will build the bridge,” both Ana Lima and Rui Costa insisted.',
      [['We will build the bridge,', 'Ana Lima and Rui Costa']],
    ],
    [
      '“We will build it,” Ana Lima, the mayor, and Rui Costa, the engineer, said.',
      [['We will build it,', 'Ana Lima and Rui Costa']],
    ],
    [
      '“We will build it,” said the mayor, Ana Lima, and the engineer, Rui Costa.',
      [['We will build it,', 'Ana Lima and Rui Costa']],
    ],
    [
      'Rui Costa met Ana Lima and Tom Vale said “the bridge can wait another year.”',
      [['the bridge can wait another year.', 'Tom Vale']],
    ],
    [
      '“It is a trap,” warned Senator Ines Paz, Governor Tom Reis and Mayor Carla Sousa on Monday.',
      [['It is a trap,', 'Ines Paz, Tom Reis and Carla Sousa']],
    ],
    [
      'Ines Paz and Tom Reis have both said that “the road will never be built.”',
      [['the road will never be built.', 'Ines Paz and Tom Reis']],
    ],
    [
      'In a letter, Ines Paz and Tom Reis wrote: “The road will never be built.”',
      [['The road will never be built.', 'Ines Paz and Tom Reis']],
    ],
    [
      '“The road will never be built,” Ines Paz and her deputy Tom Reis told the council.',
      [['The road will never be built,', 'Ines Paz and Tom Reis']],
    ],
    [
      '“The road will never be built,” argue Ines Paz & Tom Reis.',
      [['The road will never be built,', 'Ines Paz and Tom Reis']],
    ],
    [
      '“The road will never be built,” Paz and Reis said. Ines Paz and Tom Reis left.',
      [['The road will never be built,', 'Ines Paz and Tom Reis']],
    ],
    [
      '“The road will never be built,” say Ines Paz and Tom Reis, who lead the club.',
      [['The road will never be built,', 'Ines Paz and Tom Reis']],
    ],
    [
      'The road “will never be built,” according to Ines Paz, the engineer, and Tom Reis, the banker.',
      [['will never be built,', 'Ines Paz and Tom Reis']],
    ],
    [
      '“The road will never be built,” said Ines Paz, of Paz & Reis, the builders.',
      [['The road will never be built,', 'Ines Paz']],
    ],
    [
      '“The road will never be built,” said Ines Paz, Tom Reis’s lawyer.',
      [['The road will never be built,', 'Ines Paz']],
    ],
    [
      '“The road will never be built,” said Ines Paz, and Tom Reis, the engineer, shook his head.',
      [['The road will never be built,', 'Ines Paz']],
    ],
    [
      '“The road will never be built,” Ines Paz said, and Tom Reis said “it will be built.”',
      [
        ['The road will never be built,', 'Ines Paz'],
        ['it will be built.', 'Tom Reis'],
      ],
    ],
    [
      '“The road,” said Ines Paz and Tom Reis, “will never be built.”',
      [
        ['The road,', 'Ines Paz and Tom Reis'],
        ['will never be built.', 'Ines Paz and Tom Reis'],
      ],
    ],
    ['Ines Paz, like Tom Reis, said “the road will never be built.”', [['the road will never be built.', 'Ines Paz']]],
    [
      'Ines Paz spoke to Tom Reis and said “the road will never be built.”',
      [['the road will never be built.', 'Ines Paz']],
    ],
    [
      'Both Ines Paz and Tom Reis insisted “the road will never be built.”',
      [['the road will never be built.', 'Ines Paz and Tom Reis']],
    ],
    [
      'Ines Paz as well as Tom Reis said “the road will never be built.”',
      [['the road will never be built.', 'Ines Paz and Tom Reis']],
    ],
    [
      '“The road will never be built,” agreed the sisters Ines Paz and Carla Paz.',
      [['The road will never be built,', 'Ines Paz and Carla Paz']],
    ],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})
