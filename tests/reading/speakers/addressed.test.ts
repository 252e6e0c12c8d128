import { describe, expect, test } from 'vitest'
import { said } from '../../../testkit/articles/said.ts'

describe('the person addressed inside the words does not speak them', () => {
  test.each<[string, [string, string | null][]]>([
    [
      '"Mother, what is that over there?" asked Marta.\n"O Marta, it is only a heron," said the old woman.\n"I have never seen a heron so large," said Marta.',
      [
        ['Mother, what is that over there?', 'Marta'],
        ['O Marta, it is only a heron,', null],
        ['I have never seen a heron so large,', 'Marta'],
      ],
    ],
    [
      '“Oh Rui, you never learn,” said Ana Lima. “I do,” said Rui.',
      [
        ['Oh Rui, you never learn,', 'Ana Lima'],
        ['I do,', 'Rui'],
      ],
    ],
    [
      'Ana Lima and Rui Costa met at the pier.\n“Dear Rui, the boat is gone,” Ana Lima wrote.\n“I know it is,” Costa answered.',
      [
        ['Dear Rui, the boat is gone,', 'Ana Lima'],
        ['I know it is,', 'Rui Costa'],
      ],
    ],
    [
      'Tom Vale and Rui Costa argued on the pier.\n“You are wrong, Rui,” he said.',
      [['You are wrong, Rui,', 'Tom Vale']],
    ],
    [
      '“Hey Marta! The boat is leaving,” the pilot shouted. “I am coming,” Marta shouted back.',
      [
        ['Hey Marta! The boat is leaving,', null],
        ['I am coming,', 'Marta'],
      ],
    ],
    [
      '“Ah, Marta, what have you done?” asked Tom Vale. Marta said nothing.',
      [['Ah, Marta, what have you done?', 'Tom Vale']],
    ],
    ['“Thank you, Mrs. Reed,” the teacher said. Mrs. Reed nodded.', [['Thank you, Mrs. Reed,', null]]],
    [
      '“Please Marta, sit down,” the nurse said.\n“Thanks, Tom,” Marta said.',
      [
        ['Please Marta, sit down,', null],
        ['Thanks, Tom,', 'Marta'],
      ],
    ],
    ['Ana Lima looked at Rui Costa.\n“Come here, Rui,” she said.', [['Come here, Rui,', 'Ana Lima']]],
    [
      'Marta Dias and Eva Nunes sat in the boat.\n“Eva, hold the rope,” she said.',
      [['Eva, hold the rope,', 'Marta Dias']],
    ],
    [
      'Ines Paz and Carla Sousa share a boat.\n“Carla, you row like a cow,” she said.',
      [['Carla, you row like a cow,', 'Ines Paz']],
    ],
    [
      '“Oh dear, Mrs. Paz, the rope is wet,” said Tom Reis. “Then dry it,” Mrs. Paz replied.',
      [
        ['Oh dear, Mrs. Paz, the rope is wet,', 'Tom Reis'],
        ['Then dry it,', 'Paz'],
      ],
    ],
    [
      '“Hello Tom, hello Carla,” said Ines Paz.\n“Hello,” said Tom.',
      [
        ['Hello Tom, hello Carla,', 'Ines Paz'],
        ['Hello,', 'Tom'],
      ],
    ],
    [
      '“Ines Paz, the pilot, is wrong,” Tom Reis said. “Ines Paz, who never rowed, is wrong.”',
      [
        ['Ines Paz, the pilot, is wrong,', 'Tom Reis'],
        ['Ines Paz, who never rowed, is wrong.', 'Tom Reis'],
      ],
    ],
    ['“Tom Reis is the best,” said Tom Reis.', [['Tom Reis is the best,', 'Tom Reis']]],
    ['“Ahoy, Captain Reis!” somebody shouted. Reis did not look up.', [['Ahoy, Captain Reis!', null]]],
    [
      '“No, Rui, no,” the child cried. “I must,” Rui said.',
      [
        ['No, Rui, no,', null],
        ['I must,', 'Rui'],
      ],
    ],
    [
      '“Alas, Carla, we are late,” sighed Ines Paz, and Carla Sousa nodded.',
      [['Alas, Carla, we are late,', 'Ines Paz']],
    ],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})
