import { readWordSets } from '../../../resources/resources.ts'
import type { Unit } from '../time/time-expression.ts'

// The words that the grammar of times is made of, all in lower case. Months, days, units, seasons and holidays are closed classes of
// English; longer lists are in resources/lexicons/language/time-words.tsv.

const listed = readWordSets('lexicons/language/time-words.tsv', [
  'before-named-day',
  'after-named-day',
  'year-leads',
  'sure-year-leads',
  'year-verbs',
  'year-nouns',
  'measure-nouns',
  'change-verbs',
  'dating-words',
  'trade-verbs',
  'labels',
  'counted-nouns',
  'street-words',
  'function-words',
  'month-parts',
])

function numbered(words: string, first: number): ReadonlyMap<string, number> {
  return new Map(words.split(' ').map((word, at) => [word, at + first]))
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}

export const fullMonths = numbered(
  'january february march april may june july august september october november december',
  1,
)
/** Abbreviations with and without a full stop. */
export const shortMonths: ReadonlyMap<string, number> = new Map([
  ...numbered('jan feb mar apr may jun jul aug sep oct nov dec', 1),
  ['sept', 9],
])
/** Months that are other words as well, or first names: alone they need a word like "in" in front of them. */
export const ambiguousMonths = setOf('march april may june august')

/** 0 for Sunday. */
export const fullWeekdays = numbered('sunday monday tuesday wednesday thursday friday saturday', 0)
export const shortWeekdays: ReadonlyMap<string, number> = new Map([
  ...numbered('sun mon tue wed thu fri sat', 0),
  ['tues', 2],
  ['weds', 3],
  ['thur', 4],
  ['thurs', 4],
])
/** Abbreviations that are no other word. */
export const clearShortWeekdays = setOf('tues weds thurs')
/** Words that make a proper name of the day after them ("Good Friday"). */
export const beforeNamedDay = listed('before-named-day')
/** Words that make a proper name of the day before them ("the Sunday Times"): titles of newspapers. */
export const afterNamedDay = listed('after-named-day')

export const dayParts = setOf('morning afternoon evening night lunchtime')

export const units: ReadonlyMap<string, Unit> = new Map([
  ['day', 'day'],
  ['days', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['quarter', 'quarter'],
  ['quarters', 'quarter'],
  ['year', 'year'],
  ['years', 'year'],
  ['decade', 'decade'],
  ['decades', 'decade'],
  ['century', 'century'],
  ['centuries', 'century'],
])
/** Units that the grammar reads and leaves open: an hour is no day. */
export const shortUnits = setOf('hour hours minute minutes')

/** The first month of each season in the northern hemisphere, as meteorology counts (WMO); each has three. */
export const seasons: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['fall', 9],
  ['winter', 12],
])

/** Holidays on a fixed day, as month and day; the words of each are separated by spaces. */
export const fixedHolidays: ReadonlyMap<string, readonly [month: number, day: number]> = new Map([
  ['new year day', [1, 1]],
  ['new year eve', [12, 31]],
  ['valentine day', [2, 14]],
  ['april fool day', [4, 1]],
  ['april fools day', [4, 1]],
  ['may day', [5, 1]],
  ['halloween', [10, 31]],
  ['armistice day', [11, 11]],
  ['christmas eve', [12, 24]],
  ['christmas day', [12, 25]],
  ['christmas', [12, 25]],
  ['boxing day', [12, 26]],
])
/** Holidays whose day moves from year to year. */
export const movableHolidays = setOf(
  'easter thanksgiving ramadan passover diwali hanukkah pentecost whitsun eid lent midsummer',
)

const small = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ')
export const numberWords: ReadonlyMap<string, number> = new Map(small.map((word, value) => [word, value]))
export const tens = numbered('twenty thirty forty fifty sixty seventy eighty ninety', 2)
export const ordinals = numbered(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
    'sixteenth seventeenth eighteenth nineteenth twentieth',
  1,
)
export const ordinalSuffixes = setOf('st nd rd th')
/** "A few weeks ago" says no number. */
export const vagueCounts = setOf('few several many some couple half')
/** In front of a count: it is a rough one. */
export const roughly = setOf('about around nearly almost some roughly approximately over than least to')
export const scaleWords: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
])
export const decadeWords: ReadonlyMap<string, number> = new Map([
  ['thirties', 30],
  ['forties', 40],
  ['fifties', 50],
  ['sixties', 60],
  ['seventies', 70],
  ['eighties', 80],
  ['nineties', 90],
])

/** What may come before a time and belongs to it. */
export const parts = setOf('early earlier late later mid')

/** Words that a year follows. */
export const yearLeads = listed('year-leads')
/** Of those, the ones after which a number of four digits is a year in any place ("since 1066"). */
export const sureYearLeads = listed('sure-year-leads')
/** Abbreviations with a full stop that a year follows ("c. 1931", "b. 1950"). */
export const yearAbbreviations = setOf('c ca est b d fl')
/** What a year may come before as the subject ("2016 was a poor year"). */
export const yearVerbs = listed('year-verbs')
/** Nouns that a year is part of the name of ("World Cup 2018"), and of which there are many in a year ("2016 elections"). */
export const yearNouns = listed('year-nouns')
/** What a number that "of" follows counts ("a crowd of 2016"). */
export const measureNouns = listed('measure-nouns')
/** What "to" and "by" follow where no date does ("rose to 1950", "fell by 1998"). */
export const changeVerbs = listed('change-verbs')
/** What "to" follows if a year is next ("dates back to 1890"). */
export const datingWords = listed('dating-words')
/** What "for" follows if a price is next. */
export const tradeVerbs = listed('trade-verbs')
/** "As early as 1890". */
export const sinceWhen = setOf('early late back recently soon far')
/** What a number after it names ("room 1984"). */
export const labels = listed('labels')
/** Comparisons: "later than 2015" is a time, "more than 2016" a count. */
export const timeComparisons = setOf('later earlier')

/** Units of measure, and what else a number in front of it counts. Source: the SI brochure's units, imperial and US units, currencies of ISO 4217 by their English names. */
export const countedNouns = listed('counted-nouns')
/** Of those, the ones that begin a sentence's own clause as well ("In 2016 people voted …"). */
export const peopleNouns = setOf('people men women children residents workers troops soldiers others')
/** Endings of an address. Source: the commonest street suffixes of USPS Publication 28, and British ones. */
export const streetWords = listed('street-words')

/** Words that a counted noun is not. */
export const functionWords = listed('function-words')

/** Words before a month: after some a name of a person is as likely ("a speech by May"). */
export const monthLeads: ReadonlyMap<string, 'sure' | 'likely'> = new Map([
  ...'in since until till during early late mid this last next between'
    .split(' ')
    .map((word) => [word, 'sure'] as const),
  ...'by for from before after through to'.split(' ').map((word) => [word, 'likely'] as const),
])
/** Parts of a month that "of" and its name follow. */
export const monthParts = listed('month-parts')
