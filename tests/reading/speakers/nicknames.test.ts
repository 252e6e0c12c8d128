import { describe, expect, test } from 'vitest'
import { said } from '../../../testkit/articles/said.ts'

describe('marked words inside a name belong to the name', () => {
  test.each<[string, [string, string | null][]]>([
    [
      '“We heard glass, then sirens,” said Dolores “Lola” Beck, who runs the bakery.',
      [['We heard glass, then sirens,', 'Dolores “Lola” Beck']],
    ],
    [
      'Marcus “The Hammer” Quill, a former boxer, stood in the yard. “My father built that roof,” he said.',
      [['My father built that roof,', 'Marcus “The Hammer” Quill']],
    ],
    [
      '“Bottles flying all night. Nobody slept,” said a homeless man who goes by the name “Sparrow.”',
      [['Bottles flying all night. Nobody slept,', null]],
    ],
    [
      'Henrik “Rik” Aalto told the council that the pier was rotten.\n“It will fall before the winter,” Aalto said.',
      [['It will fall before the winter,', 'Henrik “Rik” Aalto']],
    ],
    [
      'Councilwoman Teresa "Tess" Moreau walked out. "This is not a debate," Moreau said.',
      [['This is not a debate,', 'Teresa "Tess" Moreau']],
    ],
    ['“I was never asked,” Jorge ‘Coco’ Beltran told the court.', [['I was never asked,', 'Jorge ‘Coco’ Beltran']]],
    ["“I was never asked,” Jorge 'Coco' Beltran told the court.", [['I was never asked,', "Jorge 'Coco' Beltran"]]],
    [
      '‘I was never asked,’ said William ‘Billy Boy’ Trask. ‘Nobody was.’',
      [
        ['I was never asked,', 'William ‘Billy Boy’ Trask'],
        ['Nobody was.', 'William ‘Billy Boy’ Trask'],
      ],
    ],
    ['“It burns,” said Augusta (“Gus”) Meier, the stoker.', [['It burns,', 'Augusta (“Gus”) Meier']]],
    [
      'According to Sheriff Walter “Big Walt” Dunne, the bridge “was never safe for lorries.”',
      [['was never safe for lorries.', 'Walter “Big Walt” Dunne']],
    ],
    [
      'The trial of Enzo “the Baker” Ricci opened. “I sold bread and nothing else,” Ricci told the judge.',
      [['I sold bread and nothing else,', 'Enzo “the Baker” Ricci']],
    ],
    [
      'Everyone on the pier calls him “Doc.” His real name is Alan Firth.\n“The sea gives and takes,” said Firth.',
      [['The sea gives and takes,', 'Alan Firth']],
    ],
    ['The singer, better known as “Lady Marmalade,” left the stage.', []],
    [
      '“They never came back,” said Maria Teresa “Maité” Quiroga de Luna.',
      [['They never came back,', 'Maria Teresa “Maité” Quiroga de Luna']],
    ],
    ['“Big Al” Corso, the ferryman, shrugged. “I only row,” Corso said.', [['I only row,', 'Corso']]],
    ['Ana Lima shouted “Fire” Monday at the market.', [['Fire', 'Ana Lima']]],
    [
      'Mayor Ana Lima called the plan “rubbish” Tuesday, and Rui Costa said “it is not even a plan.”',
      [
        ['rubbish', 'Ana Lima'],
        ['it is not even a plan.', 'Rui Costa'],
      ],
    ],
    ['The man, alias “The Fox,” was seen in Brill.', []],
    [
      '“I heard it twice,” said Lola Beck.\nHer sister Dolores “Lola” Beck runs the bakery.',
      [['I heard it twice,', 'Dolores “Lola” Beck']],
    ],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})
