import { describe, expect, test } from 'vitest'
import { said } from '../../../testkit/articles/said.ts'

describe('a short form that fits several people names nobody, unless something settles which', () => {
  test.each<[string, [string, string | null][]]>([
    ['Ana Lima met Pedro Lima at the harbour.\n“It is late,” Lima said.', [['It is late,', null]]],
    [
      'Pedro Lima runs the mill. His sister Ana Lima runs the bakery.\n“The bread is finished,” Lima said.',
      [['The bread is finished,', null]],
    ],
    [
      'Ana Lima and her husband, Pedro Lima, own the ferry.\n“It is late,” said Mrs. Lima. “It is always late,” said Mr. Lima.',
      [
        ['It is late,', 'Ana Lima'],
        ['It is always late,', 'Pedro Lima'],
      ],
    ],
    [
      'Mayor Ana Lima met Senator Pedro Lima at the harbour.\n“It is late,” Mayor Lima said.\n“It is not,” Senator Lima said.',
      [
        ['It is late,', 'Ana Lima'],
        ['It is not,', 'Pedro Lima'],
      ],
    ],
    ['Ana Lima and Ana Costa row every day.\n“The river is cold,” Ana said.', [['The river is cold,', null]]],
    [
      'Rui A. Costa is a pilot. Rui B. Costa is a judge.\n“The court is closed,” Rui Costa said.',
      [['The court is closed,', null]],
    ],
    [
      'Mayor Ana Lima opened the bridge. Ana Lima spoke for an hour. Ana Lima then cut the ribbon. Her cousin Pedro Lima did not come.\n“It is a good bridge,” Lima said.',
      [['It is a good bridge,', 'Ana Lima']],
    ],
    [
      'Bea Lund and Carl Lund disagree about the pool.\n“It leaks,” Bea Lund said. “It always leaked,” Lund added.',
      [
        ['It leaks,', 'Bea Lund'],
        ['It always leaked,', 'Bea Lund'],
      ],
    ],
    [
      'Brothers Jan Vos and Piet Vos sold the barge.\nVos said the barge “was never worth the paint on it.”',
      [['was never worth the paint on it.', null]],
    ],
    [
      'Ines Paz runs the ferry. Marco Paz runs the bar.\n“The sea is rising,” Paz told the council.',
      [['The sea is rising,', null]],
    ],
    [
      'Ines Paz runs the ferry. Marco Paz runs the bar.\nAccording to Paz, the sea “has never been so high.”',
      [['has never been so high.', null]],
    ],
    [
      'The engineer Ines Paz spoke on Monday. Paz said the sea “has never been so high.” Her uncle, Marco Paz, was not there.\n“It will rise again,” Paz said.',
      [
        ['has never been so high.', 'Ines Paz'],
        ['It will rise again,', 'Ines Paz'],
      ],
    ],
    [
      'Ines Paz spoke first. “The sea is rising,” Ines Paz said.\nMarco Paz was next.\n“It is not,” Marco Paz said. “It is the town that sinks,” Paz added.',
      [
        ['The sea is rising,', 'Ines Paz'],
        ['It is not,', 'Marco Paz'],
        ['It is the town that sinks,', 'Marco Paz'],
      ],
    ],
    [
      'Professor Ines Paz and Captain Marco Paz are cousins.\n“The sea is rising,” said Professor Paz.\n“The town sinks,” said Captain Paz.',
      [
        ['The sea is rising,', 'Ines Paz'],
        ['The town sinks,', 'Marco Paz'],
      ],
    ],
    ['Tim Reed and Timothy Reed are one man.\n“I am he,” Reed said.', [['I am he,', 'Tim Reed']]],
    ['Zoltan Bako and Imre Bako own the mill.\nBako said: “The mill is ours.”', [['The mill is ours.', null]]],
    ['Marta Dias and Marta Lund sing.\n“We rehearse at night,” Marta said.', [['We rehearse at night,', null]]],
    [
      'Eva Nunes met her daughter, Bea Nunes, at the pier.\n“The boat is late,” Nunes said.\n“The boat is always late,” Bea Nunes said.',
      [
        ['The boat is late,', null],
        ['The boat is always late,', 'Bea Nunes'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})

describe('headlines and capitals at the start of a sentence are no part of a name', () => {
  test.each<[string, [string, string | null][]]>([
    [
      'The tall teacher watched the approach of Mrs. Reed and her daughter with a curious interest, and he greeted them both politely at the door.\n"This is the girl that I have brought to be taught," said Mrs. Reed, proudly.\nMRS. REED AND THE TEACHER BY THE RIVER.\n"I have no books for her yet," said the teacher, who had been at the school for only two weeks.\n"She can read what there is to read," said Mrs. Reed, and she sat down on the only chair of the room.',
      [
        ['This is the girl that I have brought to be taught,', 'Reed'],
        ['I have no books for her yet,', null],
        ['She can read what there is to read,', 'Reed'],
      ],
    ],
    [
      'Council Backs Ana Lima\nThe council met on Monday to hear Ana Lima. “The bridge is safe,” Lima said.',
      [['The bridge is safe,', 'Ana Lima']],
    ],
    [
      'MAYOR ANA LIMA OPENS THE BRIDGE\n“The bridge is safe,” Lima said. The crowd clapped for Ana Lima.',
      [['The bridge is safe,', 'Ana Lima']],
    ],
    ['Yesterday Ana Lima opened the bridge. “The bridge is safe,” Lima said.', [['The bridge is safe,', 'Ana Lima']]],
    ['Watch Ana Lima Open The Bridge\n“The bridge is safe,” said Ana Lima.', [['The bridge is safe,', 'Ana Lima']]],
    [
      'EXCLUSIVE Ana Lima opened the bridge on Monday. “The bridge is safe,” Lima said.',
      [['The bridge is safe,', 'Ana Lima']],
    ],
    ['Embattled Ana Lima Faces Vote\n“The bridge is safe,” Lima said.', [['The bridge is safe,', 'Ana Lima']]],
    ['Why Ana Lima Won\n“I listened,” Lima told us.', [['I listened,', 'Ana Lima']]],
    [
      'Furious Rui Costa\n“The bridge is not safe,” Costa said. It was late when Rui Costa left, furious.',
      [['The bridge is not safe,', 'Rui Costa']],
    ],
    ['Shares Tumble As Ana Lima Quits\n“I am tired,” said Lima.', [['I am tired,', 'Ana Lima']]],
    [
      'Storm Sinks Ferry\nTom Reis saw it. “It went down in a minute,” Reis said.',
      [['It went down in a minute,', 'Tom Reis']],
    ],
    [
      'SHOCKED Tom Reis Tells All\n“It went down in a minute,” Tom Reis said.',
      [['It went down in a minute,', 'Tom Reis']],
    ],
    ['UPDATE Tom Reis has resigned. “I am too old for it,” Reis said.', [['I am too old for it,', 'Tom Reis']]],
    ['Last Night Tom Reis resigned. “I am too old for it,” Reis said.', [['I am too old for it,', 'Tom Reis']]],
    [
      'Brothers Tom Reis and Jan Reis built it. “We had one hammer,” Tom Reis said.',
      [['We had one hammer,', 'Tom Reis']],
    ],
    [
      'Councillors Ines Paz and Tom Reis voted against it. “It is too dear,” said Paz.',
      [['It is too dear,', 'Ines Paz']],
    ],
    [
      'Retired Pilot Tom Reis Wins Prize\nTom Reis thanked his wife. “She taught me to row,” Reis said.',
      [['She taught me to row,', 'Tom Reis']],
    ],
    [
      'THE CAPTAIN SPEAKS TO TOM REIS AT LAST.\n“I have nothing to add,” said the captain.\n“Nor have I,” said Tom Reis.',
      [
        ['I have nothing to add,', null],
        ['Nor have I,', 'Tom Reis'],
      ],
    ],
    ['Neighbor Ana Lima heard the crash. “The glasses danced,” Lima said.', [['The glasses danced,', 'Ana Lima']]],
    ['Hours Later Ana Lima Apologises\n“I was tired,” Ana Lima wrote.', [['I was tired,', 'Ana Lima']]],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})

describe('a club, a firm or an office is no “he” or “she”', () => {
  test.each<[string, [string, string | null][]]>([
    [
      'Ardry Wanderers lost the final 3-2 to Caldermouth Athletic.\nArdry coach Stellan Vukašin refused to blame the referee. “He saw what he saw,” he said. “I was standing behind a very tall steward.”',
      [
        ['He saw what he saw,', 'Stellan Vukašin'],
        ['I was standing behind a very tall steward.', 'Stellan Vukašin'],
      ],
    ],
    [
      'Brill Rovers lost again on Sunday. Goalkeeper Sandor Bakay wept. “It was my fault,” he said.',
      [['It was my fault,', 'Sandor Bakay']],
    ],
    [
      'Halden Instruments cut forty jobs. Halden chief executive Bodil Krag defended it. “We had no choice,” she said.',
      [['We had no choice,', 'Bodil Krag']],
    ],
    [
      'The Treasury Office refused to pay. Zoltan Bako runs it. “The law is clear,” he said.',
      [['The law is clear,', 'Zoltan Bako']],
    ],
    [
      'Rebuilding the bridge will cost a fortune.\nA woman at the river stared at the gap. “My brother crossed it every day,” she said.',
      [['My brother crossed it every day,', null]],
    ],
    [
      'Norvik Athletic sacked its coach on Friday. “I learned it from the radio,” he said.',
      [['I learned it from the radio,', null]],
    ],
    ['City Hall closed at noon. “I was not told,” he said.', [['I was not told,', null]]],
    [
      'Tidewater Systems sued Ostrava Glass. Founder Imre Nagy was angry. “They stole a lamp,” he said.',
      [['They stole a lamp,', 'Imre Nagy']],
    ],
    [
      'Real Marisol beat Sporting Lagoa. Coach Wim Aerts was pleased with Marisol. “We ran until the end,” he said.',
      [['We ran until the end,', 'Wim Aerts']],
    ],
    [
      'Norvik Athletic sacked coach Ivo Land. Norvik striker Tom Reis was in tears. “I will miss his jokes,” he said.',
      [['I will miss his jokes,', 'Tom Reis']],
    ],
    ['The Lantern printed the letter. “I wrote it at night,” she said.', [['I wrote it at night,', null]]],
    ['Quarryville United lost. Its owner is Marco Paz. “We were robbed,” he said.', [['We were robbed,', 'Marco Paz']]],
    [
      'Lumen Glassworks, which makes lamps, closed on Friday. “I heard it on the bus,” he said.',
      [['I heard it on the bus,', null]],
    ],
    [
      'The Harbour Office opened a new hall. Director Petra Lund cut the ribbon. “It smells of paint,” she said.',
      [['It smells of paint,', 'Petra Lund']],
    ],
    [
      'The Ferry Museum hired Sandor Bakay, 61, a carpenter. “Wood is honest,” he said.',
      [['Wood is honest,', 'Sandor Bakay']],
    ],
    [
      'Opal Bank paid for the statue. The sculptor, Ivo Land, thanked Opal. “They asked for no receipt,” he said.',
      [['They asked for no receipt,', 'Ivo Land']],
    ],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})
