import { describe, expect, test } from 'vitest'
import { said } from '../../../testkit/articles/said.ts'

describe('words that the article says were not spoken are no quotation; denials of other words change nothing', () => {
  test.each<[string, [string, string | null][]]>([
    ['The mill is old.\n“We will sell the mill,” Mayor Ivo Land did not say.', []],
    ['The mill is old.\n“We will sell the mill” is not what Mayor Ivo Land said.', []],
    ['The mill is old.\nMayor Ivo Land has never told anyone “we will sell the mill”.', []],
    ['The mill is old.\nMayor Ivo Land did not tell the council that “we will sell the mill”.', []],
    ['The mill is old.\nIt is not true that Mayor Ivo Land said “we will sell the mill”.', []],
    ['The mill is old.\nMayor Ivo Land didn’t actually say that “we will sell the mill.”', []],
    ['The mill is old.\nAt no point did Mayor Ivo Land say “we will sell the mill”.', []],
    ['The mill is old.\nNever did Mayor Ivo Land say “we will sell the mill”.', []],
    ['The mill is old.\nThe words “we will sell the mill” were never spoken by Mayor Ivo Land.', []],
    ['The mill is old.\nMayor Ivo Land says he never said, “We will sell the mill.”', []],
    ['The mill is old.\n“We will sell the mill” was never said by Mayor Ivo Land.', []],
    ['The mill is old.\n“We will sell the mill,” Mayor Ivo Land never said.', []],
    ['The mill is old.\nMayor Ivo Land did not call the mill “a ruin that nobody wants”.', []],
    ['The mill is old.\nContrary to the report, Mayor Ivo Land did not write: “We will sell the mill.”', []],
    [
      'The mill is old.\n“We will sell the mill,” Mayor Ivo Land said, but he did not say when.',
      [['We will sell the mill,', 'Ivo Land']],
    ],
    [
      'The mill is old.\n“We do not sell mills,” said Mayor Ivo Land, who would not say more.',
      [['We do not sell mills,', 'Ivo Land']],
    ],
    ['The mill is old.\n“We will sell the mill,” said no one, least of all Mayor Ivo Land.', []],
    [
      'The mill is old.\nMayor Ivo Land did not mince his words: “We will sell the mill.”',
      [['We will sell the mill.', 'Ivo Land']],
    ],
    [
      'The mill is old.\nMayor Ivo Land could not have been clearer. “We will sell the mill,” he said.',
      [['We will sell the mill,', 'Ivo Land']],
    ],
    [
      'The mill is old.\nMayor Ivo Land did not say when the mill would close, but called it “a ruin that nobody wants.”',
      [['a ruin that nobody wants.', 'Ivo Land']],
    ],
    [
      'The mill is old.\nMayor Ivo Land did not answer the question, saying only that “the mill is not for sale today.”',
      [['the mill is not for sale today.', 'Ivo Land']],
    ],
    ['The mill is old.\nMayor Ivo Land could not say whether it was “the end of the mill or the start of it.”', []],
    ['The mill is old. Ana Lima runs it.\n“We will sell the mill” were words that Rui Costa never used.', []],
    ['“The mill is closed” isn’t something Rui Costa ever said.', []],
    ['“The mill is closed” is not the answer, Rui Costa said.', [['The mill is closed', 'Rui Costa']]],
    ['“The mill is closed” is what Rui Costa said on Monday.', [['The mill is closed', 'Rui Costa']]],
    ['Rui Costa did not say “yes, we will” but “perhaps we will.”', [['perhaps we will.', 'Rui Costa']]],
    [
      '“I am not a crook,” said Rui Costa, “and I never said I was.”',
      [
        ['I am not a crook,', 'Rui Costa'],
        ['and I never said I was.', 'Rui Costa'],
      ],
    ],
    ['“I can’t say,” Rui Costa did not hesitate to say.', [['I can’t say,', 'Rui Costa']]],
    ['“The mill is not closed,” Rui Costa did say.', [['The mill is not closed,', 'Rui Costa']]],
    ['“Never again,” Rui Costa said, and he has not said a word since.', [['Never again,', 'Rui Costa']]],
    ['Nowhere in the letter does Rui Costa write “we will close the mill”.', []],
    ['Nor did Rui Costa claim that “the mill is closed for good”.', []],
    ['It is a myth that Rui Costa said “let the mill burn to the ground”.', []],
    [
      'It is not a lie that Rui Costa said “let the mill burn to the ground”.',
      [['let the mill burn to the ground', 'Rui Costa']],
    ],
    ['Rui Costa is not known to have said “let the mill burn to the ground”.', []],
    ['Rui Costa could not bring himself to say “I was wrong about the mill”.', []],
    ['Rui Costa has yet to say “I was wrong about the mill”.', []],
    ['Rui Costa stopped short of saying “I was wrong about the mill”.', []],
    ["Rui Costa insisted that he hadn't said “the mill must burn down”.", []],
    ['Not once has Rui Costa said “I was wrong about the mill”.', []],
    ['Rui Costa cannot have said “I was wrong about the mill”.', []],
    ['Rui Costa didn’t just say “I was wrong,” he wept.', [['I was wrong,', 'Rui Costa']]],
    ['Rui Costa could not help but say “I was wrong about the mill”.', [['I was wrong about the mill', 'Rui Costa']]],
    ['Rui Costa did not once use the words “I was wrong”.', []],
    ['Rui Costa no longer says “the mill will be open for ever”.', []],
    ['“I was wrong about it,” Rui Costa would never say.', []],
    ['Asked again, Rui Costa repeated only “No comment.”', [['No comment.', 'Rui Costa']]],
    ['To every question Rui Costa answered simply “Later.”', [['Later.', 'Rui Costa']]],
    ['Rui Costa said not a word except “Thanks.”', [['Thanks.', 'Rui Costa']]],
    ['Rui Costa refused to say anything but “Thanks.”', [['Thanks.', 'Rui Costa']]],
    ['Rui Costa would not say more than “We are working on it.”', [['We are working on it.', 'Rui Costa']]],
    ['“No,” Rui Costa said, and nothing else.', [['No,', 'Rui Costa']]],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})

describe('words that are excepted from a denial, or all that was said, are a quotation', () => {
  test.each<[string, [string, string | null][]]>([
    ['Asked about the mill, Mayor Ivo Land said nothing but “No.”', [['No.', 'Ivo Land']]],
    ['Mayor Ivo Land said nothing except “Ask the clerk.”', [['Ask the clerk.', 'Ivo Land']]],
    ['Mayor Ivo Land did not say anything but “not now, please.”', [['not now, please.', 'Ivo Land']]],
    ['Mayor Ivo Land would say only “no comment.”', [['no comment.', 'Ivo Land']]],
    ['Mayor Ivo Land answered with nothing but “Maybe.”', [['Maybe.', 'Ivo Land']]],
    ['Mayor Ivo Land said no more than “We shall see.”', [['We shall see.', 'Ivo Land']]],
    ['Mayor Ivo Land had nothing to say but “Good night.”', [['Good night.', 'Ivo Land']]],
    ['Mayor Ivo Land would not say anything other than “the mill is safe.”', [['the mill is safe.', 'Ivo Land']]],
    ['All that Mayor Ivo Land said was “No.”', [['No.', 'Ivo Land']]],
    [
      'Mayor Ivo Land never said anything more than “we are looking into it.”',
      [['we are looking into it.', 'Ivo Land']],
    ],
    ['Mayor Ivo Land merely replied “Never.”', [['Never.', 'Ivo Land']]],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})
