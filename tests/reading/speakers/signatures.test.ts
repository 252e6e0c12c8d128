import { describe, expect, test } from 'vitest'
import { said } from '../../../testkit/articles/said.ts'

describe('a name after a closing dash speaks', () => {
  test.each<[string, [string, string | null][]]>([
    [
      'The agency named its new head of science on Tuesday. Members of the board welcomed the choice.\n“I said it when she was nominated: Irina is a true expert, and the agency will be better for her patience.” -Commissioner Gareth Stone\n“She will keep us honest, and she will keep the rivers clean for a long time.” — Board member Petra Lund',
      [
        [
          'I said it when she was nominated: Irina is a true expert, and the agency will be better for her patience.',
          'Gareth Stone',
        ],
        ['She will keep us honest, and she will keep the rivers clean for a long time.', 'Petra Lund'],
      ],
    ],
    [
      'Readers wrote to us about the ferry.\n“The ferry is always late and always full.” – Ana Lima, Porto\n“I like the ferry because it is late.” – Rui Costa, a retired pilot from Brill',
      [
        ['The ferry is always late and always full.', 'Ana Lima'],
        ['I like the ferry because it is late.', 'Rui Costa'],
      ],
    ],
    [
      'Mayor Tom Vale opened the meeting and spoke for an hour about the roads.\n"Roads are not built by speeches." --Ingrid Holm, engineer',
      [['Roads are not built by speeches.', 'Ingrid Holm']],
    ],
    [
      '“We lost everything in one night.” —Ana Lima, on the flood\n“We lost nothing but sleep.” —Rui Costa (Brill)',
      [
        ['We lost everything in one night.', 'Ana Lima'],
        ['We lost nothing but sleep.', 'Rui Costa'],
      ],
    ],
    [
      'The president of the club, Tom Vale, praised the players on Sunday.\n“A night that I shall not forget.”\n— Ingrid Holm, goalkeeper',
      [['A night that I shall not forget.', 'Ingrid Holm']],
    ],
    ['“The harbour is closed,” Ana Lima said — and Rui Costa laughed.', [['The harbour is closed,', 'Ana Lima']]],
    [
      '“Nobody builds a mast alone.” - Mary Anne Doyle, shipwright, in her farewell speech',
      [['Nobody builds a mast alone.', 'Mary Anne Doyle']],
    ],
    ['“The tide waits for the mayor.” ― old saying in Brill', [['The tide waits for the mayor.', null]]],
    [
      'The club wrote to its members on Monday. Mayor Tom Vale had praised it.\n“A boat is only as good as its ropes.” — Captain Ines Paz, in a letter to the club',
      [['A boat is only as good as its ropes.', 'Ines Paz']],
    ],
    [
      'Tom Vale, a critic of the pier, has written about it for years.\n“The pier is a poem.” — poet and harbour pilot Carla Sousa',
      [['The pier is a poem.', 'Carla Sousa']],
    ],
    [
      '“The pier is a poem,” — Carla Sousa said on Monday. Tom Vale disagreed.',
      [['The pier is a poem,', 'Carla Sousa']],
    ],
    [
      '“We sail on Friday.” - Ines Paz.\n“We sail on Sunday.” - Tom Reis.',
      [
        ['We sail on Friday.', 'Ines Paz'],
        ['We sail on Sunday.', 'Tom Reis'],
      ],
    ],
    ['“We sail on Friday.” — Ines Paz (@inespaz) May 3, 2016', [['We sail on Friday.', 'Ines Paz']]],
    ['Tom Vale came home. “We sail on Friday.” —Ines Paz', [['We sail on Friday.', 'Ines Paz']]],
    [
      '“Every net has a hole, and every hole has a fish.” — Saying of the islands',
      [['Every net has a hole, and every hole has a fish.', null]],
    ],
    ['“Row or sing, never both.” — Unknown', [['Row or sing, never both.', null]]],
    [
      '“First we row.” — Carla Sousa\n“Then we sing.” — Ines Paz\n“Then we sink.” — Tom Reis',
      [
        ['First we row.', 'Carla Sousa'],
        ['Then we sing.', 'Ines Paz'],
        ['Then we sink.', 'Tom Reis'],
      ],
    ],
    [
      '> The net that catches everything is carried by nobody.\n> — Ana Lima, Nets and Knots',
      [['The net that catches everything is carried by nobody.', 'Ana Lima']],
    ],
    [
      '> The net that catches everything is carried by nobody.\n— Ana Lima, Nets and Knots',
      [['The net that catches everything is carried by nobody.', 'Ana Lima']],
    ],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})

describe('the name that a desk, a pen or words belong to speaks', () => {
  test.each<[string, [string, string | null][]]>([
    [
      'From the desk of Mayor Ana Lima: “The gates stay open all winter.”',
      [['The gates stay open all winter.', 'Ana Lima']],
    ],
    [
      'From the desk of Petra Lund\n“The gates stay open all winter, and the lamps stay lit.”',
      [['The gates stay open all winter, and the lamps stay lit.', 'Petra Lund']],
    ],
    [
      '“The gates stay open all winter.” From the desk of Petra Lund, harbour commissioner',
      [['The gates stay open all winter.', 'Petra Lund']],
    ],
    [
      '“The gates stay open all winter.” — From the desk of Senator Petra Lund',
      [['The gates stay open all winter.', 'Petra Lund']],
    ],
    [
      'Tom Vale read the letter aloud. From the desk of Petra Lund: “The gates stay open all winter.”',
      [['The gates stay open all winter.', 'Petra Lund']],
    ],
    [
      'From the pen of Petra Lund came this: “The gates stay open all winter.”',
      [['The gates stay open all winter.', 'Petra Lund']],
    ],
    [
      'In the words of Petra Lund, “the gates stay open all winter.”',
      [['the gates stay open all winter.', 'Petra Lund']],
    ],
    ['From the pen of Tom Reis\n“A ship is a town that leaves.”', [['A ship is a town that leaves.', 'Tom Reis']]],
    [
      'From the desk of the harbour master, Ines Paz: “A ship is a town that leaves.”',
      [['A ship is a town that leaves.', 'Ines Paz']],
    ],
    [
      'From the desk of Ines Paz: “A ship is a town that leaves.” Tom Reis read it twice.',
      [['A ship is a town that leaves.', 'Ines Paz']],
    ],
    ['FROM THE DESK OF INES PAZ\n“A ship is a town that leaves.”', [['A ship is a town that leaves.', 'INES PAZ']]],
    [
      'In the view of Ines Paz, the ship is “a town that leaves every evening.”',
      [['a town that leaves every evening.', 'Ines Paz']],
    ],
    [
      'In the words of the pilot, Tom Reis, the sea “forgives a fool only once.”',
      [['forgives a fool only once.', 'Tom Reis']],
    ],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})

describe('block quotes have a speaker next to them', () => {
  test.each<[string, [string, string | null][]]>([
    [
      'As **Rui Costa** writes:\n> A knot is a promise made of rope.',
      [['A knot is a promise made of rope.', 'Rui Costa']],
    ],
    ['*Ana Lima* told the paper: “We row at dawn.”', [['We row at dawn.', 'Ana Lima']]],
    ['“We row at dawn,” said **Ana Lima**.', [['We row at dawn,', 'Ana Lima']]],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})
