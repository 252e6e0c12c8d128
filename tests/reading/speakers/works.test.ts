import { describe, expect, test } from 'vitest'
import { said } from '../../../testkit/articles/said.ts'

describe('titles of works are no quotations, words about them are', () => {
  test.each<[string, [string, string | null][]]>([
    [
      'Troy Maclean, who will be 70 in June, is remembered for the training films “Mothballing Your Ferry” and “Dig Your Own Well and Save”. He said last week that he would sell the negatives.\nThe band “Harbour Lights” will play at the farewell.',
      [],
    ],
    ['Her novels “The Salt Road,” “Low Tide at Brill” and “Go Home Now” sold well, Ana Lima said.', []],
    ['Ana Lima wrote “The Year of the Herring” in 1987 and never wrote again.', []],
    ['Ana Lima starred in “Who Ate the Moon?” at the Royal Theatre.', []],
    ['“The Salt Road,” a novel by Ana Lima, is out on Monday.', []],
    ['“Mothballing Your Ferry” was shown in schools for years, Ana Lima said.', []],
    ['Ana Lima, author of “How to Mend a Net,” told the paper she was tired.', []],
    ['The choir sang “Hold My Hand” and “I Will Wait for You” before Ana Lima spoke.', []],
    ['The exhibition “Boats we have lost” opens at the museum, Ana Lima said.', []],
    ['The documentary “Dig your own well and save” was shown twice. Ana Lima made it.', []],
    ['She directed “Glass Harbour” and produced “The Keeper’s Last Night,” said Ana Lima.', []],
    ['Ana Lima’s podcast, “Nets and Knots,” has ended.', []],
    ['He played the drunk captain in the 1962 comedy “Run for Your Wife!” and two operas.', []],
    ['Ana Lima published the essay “On the patience of lamps” in March.', []],
    [
      'Ana Lima is the host of “Talk of the Harbour” on Radio Brill. “I have no other life,” she said.',
      [['I have no other life,', 'Ana Lima']],
    ],
    ['In “The Long Winter,” Ana Lima plays a nurse.', []],
    [
      'The hymn “Abide with the Sea” closed the service, and Ana Lima said: “It was her song.”',
      [['It was her song.', 'Ana Lima']],
    ],
    [
      'Ana Lima read aloud from “The Keeper’s Last Night” and sold her paintings “Grey Morning” and “Grey Evening”.',
      [],
    ],
    ['Her best-known songs are “Blue Door” and “Nobody Asked the Sea.” Ana Lima said she hated both.', []],
    [
      'Lima’s memoir, “We Rowed All Night,” was praised. “It is a lie from end to end,” Rui Costa said.',
      [['It is a lie from end to end,', 'Rui Costa']],
    ],
    ['Ana Lima said, “We Are Not Afraid of the Sea.”', [['We Are Not Afraid of the Sea.', 'Ana Lima']]],
    [
      'The slogan was hers. “We Can Do Better Than This,” Ana Lima shouted.',
      [['We Can Do Better Than This,', 'Ana Lima']],
    ],
    ['Ines Paz wrote the plays “Salt in the Bread” and “The Widow of Brill” before she was thirty.', []],
    ['Ines Paz is best known for the songs “Nobody Asked the River,” “Cold Oars” and “When We Were Rich”.', []],
    [
      'The albums “Low Water”, “Keep the Lamp Lit” and “All of Us Drown Alone” were recorded in Brill, Ines Paz said.',
      [],
    ],
    ['Ines Paz, who wrote “Leave the Oars to Me” and “A Boat Called Patience,” died on Monday.', []],
    ['Ines Paz sang “Bring Me the Sea” at the funeral.', []],
    ['Ines Paz has directed two films, “We Sold the Island” and “Nobody Rows Home”.', []],
    ['Ines Paz read “The Widow of Brill” to the children.', []],
    ['In 1991 Ines Paz published “How We Lost the Harbour” with a small press.', []],
    ['The museum bought “The Drowned Captain” by Ines Paz for a million.', []],
    ['She appeared in “Catch Me on Sunday” and “Never Trust a Pilot”, and Ines Paz paid for both.', []],
    ['“Never Trust a Pilot” opens on Friday at the Odeon. Ines Paz plays the pilot.', []],
    ['“How We Lost the Harbour” is Ines Paz’s best book, Tom Reis said.', []],
    ['Tom Reis hummed “Row, Row, My Darling” and left.', []],
    [
      'Tom Reis called “Salt in the Bread” “the best play of the century.”',
      [['the best play of the century.', 'Tom Reis']],
    ],
    [
      'Tom Reis said of “Salt in the Bread”: “It is the best play of the century.”',
      [['It is the best play of the century.', 'Tom Reis']],
    ],
    ['The show “Dancing with Pilots” is over. “I never liked it,” Ines Paz said.', [['I never liked it,', 'Ines Paz']]],
    [
      'Ines Paz, in her essay “Why I Row,” writes: “The river does not care.”',
      [['The river does not care.', 'Ines Paz']],
    ],
    ['Tom Reis’s book “Ropes and Knots” and film “Tie Me Twice” are both lost.', []],
    ['The newspaper “The Brill Lantern” and the magazine “Oars and Sails” have closed, said Ines Paz.', []],
    ['The trilogy “The Salt Road”, “The Long Shore” and “Home Is a Ship” made Ines Paz rich.', []],
    ['Her tattoo reads “Trust No Captain”, Ines Paz said.', []],
    ['Ines Paz won a prize for her short story “Ask the Ferryman Twice” last year.', []],
    ['A poem, “What the Heron Saw,” was read by Ines Paz.', []],
    ['Ines Paz said her next novel would be called “Nobody Rows Home”.', []],
    ['The ferries “Queen of Brill” and “Prince Igor” collided, Ines Paz said.', []],
    ['Ines Paz tweeted “We Are Still Here” on Monday.', [['We Are Still Here', 'Ines Paz']]],
    ['Ines Paz chanted “Save Our Pier” with the crowd.', [['Save Our Pier', 'Ines Paz']]],
  ])('%s', (text, expected) => {
    expect(said(...text.split('\n'))).toEqual(expected)
  })
})
