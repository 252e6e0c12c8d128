import { readWordSets } from '../../../resources/resources.ts'
import type { Unit } from '../time/time-expression.ts'

// The vocabulary of the time grammar, all in lower case. Months, days, units, seasons and holidays are closed classes of English;
// longer lists are in resources/lexicons/language/time-words.tsv.

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
/** Months that are also other words or first names: alone they need a word like "in" before them. */
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
/** Unambiguous abbreviations. */
export const clearShortWeekdays = setOf('tues weds thurs')
/** Words that form a proper name with the day after them ("Good Friday"). */
export const beforeNamedDay = listed('before-named-day')
/** Words that form a proper name with the day before them ("the Sunday Times"): newspaper titles. */
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
/** Units that are read but left open: an hour is not a day. */
export const shortUnits = setOf('hour hours minute minutes')

/** The first month of each season in the northern hemisphere, by meteorological convention (WMO); each has three. */
export const seasons: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['fall', 9],
  ['winter', 12],
])

/** Holidays with a fixed date, as month and day; spaces separate the words of each. */
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
/** Holidays whose date varies from year to year. */
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
/** "A few weeks ago" gives no number. */
export const vagueCounts = setOf('few several many some couple half')
/** Before a count, these make it approximate. */
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

/** Words before a time that belong to it. */
export const parts = setOf('early earlier late later mid')

/** Words that come before a year. */
export const yearLeads = listed('year-leads')
/** The subset after which a four-digit number is always a year ("since 1066"). */
export const sureYearLeads = listed('sure-year-leads')
/** Abbreviations with a full stop before a year ("c. 1931", "b. 1950"). */
export const yearAbbreviations = setOf('c ca est b d fl')
/** Verbs that can have a year as their subject ("2016 was a poor year"). */
export const yearVerbs = listed('year-verbs')
/** Nouns that a year can be part of ("World Cup 2018"), and events that occur many times a year ("2016 elections"). */
export const yearNouns = listed('year-nouns')
/** Nouns before "of" and a count ("a crowd of 2016"). */
export const measureNouns = listed('measure-nouns')
/** Words before "to" or "by" and a figure rather than a date ("rose to 1950", "fell by 1998"). */
export const changeVerbs = listed('change-verbs')
/** Words before "to" and a year ("dates back to 1890"). */
export const datingWords = listed('dating-words')
/** Verbs before "for" and a price. */
export const tradeVerbs = listed('trade-verbs')
/** "As early as 1890". */
export const sinceWhen = setOf('early late back recently soon far')
/** Words that a number labels ("room 1984"). */
export const labels = listed('labels')
/** Comparisons: "later than 2015" is a time, "more than 2016" a count. */
export const timeComparisons = setOf('later earlier')

/**
 * Units of measure and other countable nouns. Source: the SI brochure's units, imperial and US units, currencies of ISO 4217 by
 * their English names.
 */
export const countedNouns = listed('counted-nouns')
/** The subset that can also start the main clause after a year ("In 2016 people voted …"). */
export const peopleNouns = setOf('people men women children residents workers troops soldiers others')
/** Street types. Source: the commonest street suffixes of USPS Publication 28, and British ones. */
export const streetWords = listed('street-words')

/** Words that cannot be a counted noun. */
export const functionWords = listed('function-words')

/** Words before a month: after some, a personal name is just as likely ("a speech by May"). */
export const monthLeads: ReadonlyMap<string, 'sure' | 'likely'> = new Map([
  ...'in since until till during early late mid this last next between'
    .split(' ')
    .map((word) => [word, 'sure'] as const),
  ...'by for from before after through to'.split(' ').map((word) => [word, 'likely'] as const),
])
/** Parts of a month, before "of" and its name. */
export const monthParts = listed('month-parts')
