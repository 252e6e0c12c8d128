import type { Range } from '../../../language/text/range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'

/** Several words for one concept. Offsets are relative to the text. */
export interface Phrase extends Range {
  readonly concept: string
  readonly isEvent: boolean
}

// Phrasal verbs and set phrases of news, by their event class (`concepts.ts`). Source: the multi-word verbs and adjectives of
// Princeton WordNet 3.1.
const table: readonly (readonly [string, string])[] = [
  ['resign', 'step(?:s|ped|ping)? down|stood down|stand(?:s|ing)? down'],
  ['intercept', 'sh(?:ot|oot|oots|ooting) down|br(?:ing|ings|ought|inging) down'],
  [
    'reject',
    'turn(?:s|ed|ing)? down|vote[sd]? down|rul(?:e|es|ed|ing) out|declin(?:e|es|ed|ing) (?=to)|refus(?:e|es|ed|ing) (?=to)',
  ],
  ['cancel', 'call(?:s|ed|ing)? off|pull(?:s|ed)? the plug'],
  ['postpone', 'put(?:s|ting)? off|push(?:es|ed)? back|put on hold'],
  ['join', 't(?:ake|akes|ook|aking|aken) part'],
  ['withdraw', 'pull(?:s|ed|ing)? out'],
  ['dismiss', 'la(?:y|ys|id|ying) off|let go of'],
  ['demand', 'call(?:s|ed|ing)? for'],
  ['earmark', 'set(?:s|ting)? aside'],
  ['buy', 't(?:ake|akes|ook|aking|aken)[ -]over|snap(?:ped)? up'],
  [
    'effect',
    't(?:ake|akes|ook|aking|aken) effect|c(?:ome|omes|ame|oming) into (?:force|effect)|enter(?:s|ed|ing)? into force',
  ],
  ['attack', 'carr(?:y|ies|ied|ying) out (?:an? )?(?:attack|strike|raid)s?'],
  ['begin', 'br(?:eak|eaks|oke|oken) out|kick(?:s|ed)? off|get(?:s|ting)? under ?way|got under ?way'],
  [
    'unclear',
    '(?:do|does|did) not (?:yet )?know|not (?:yet |immediately |immediately be )?(?:been )?(?:known|clear|confirmed|determined)|yet to be (?:known|determined|confirmed)|no (?:word|details|information) on',
  ],
  ['collapse', 'g(?:ive|ives|ave|iving) way|c(?:ome|ame) down'],
  ['expel', 'persona non grata'],
  [
    'kill',
    'death toll|number of (?:dead|deaths)|los(?:t|e|es|ing) (?:his|her|their) li(?:fe|ves)|claim(?:s|ed|ing)? (?:the lives|\\w+ lives)',
  ],
  ['increase', 'go(?:es|ne|ing)? up|went up'],
  ['decrease', 'go(?:es|ne|ing)? down|went down'],
  ['continue', 'carr(?:y|ies|ied|ying) on|go(?:es)? on|went on'],
  ['arrest', 't(?:ake|akes|ook|aken) into custody|in custody'],
]

const phrase = unicodeRegExp(
  String.raw`\b(?:${table.map(([name, forms]) => `(?<${name}>${forms})`).join('|')})\b`,
  'gi',
)

/** The set phrases in a text, in order. */
export function phrasesIn(text: string): Phrase[] {
  return [...phrase.matchAll(text)].flatMap((match) => {
    const name = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined)?.[0]
    if (name === undefined) return []
    const place = { start: match.index, end: match.index + match[0].trimEnd().length }
    return [{ ...place, concept: `~${name}`, isEvent: name !== 'unclear' }]
  })
}
