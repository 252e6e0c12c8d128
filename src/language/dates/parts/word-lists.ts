import type { Unit } from '../time/time-expression.ts'

// The words that the grammar of times is made of, as plain tables. All in lower case. Months, days, units, seasons and
// holidays are closed classes of English; what the other lists are taken from is said at each.

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
export const beforeNamedDay = setOf('good black ash easter palm bloody super cyber whit holy maundy shrove giving')
/** Words that make a proper name of the day before them ("the Sunday Times"): titles of newspapers. */
export const afterNamedDay = setOf(
  'times telegraph express mirror herald post tribune independent mail star world review chronicle gazette',
)

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

/** What may stand in front of a time and belongs to it. */
export const parts = setOf('early earlier late later mid')

/** Words that a year follows. */
export const yearLeads = setOf(
  'in since until till during circa ca c by before after around from through for of year years est born died founded ' +
    'established built opened published copyright vintage early late mid dated ' +
    'beginning starting fiscal',
)
/** Of those, the ones after which a number of four digits is a year in any place ("since 1066"). */
export const sureYearLeads = setOf(
  'in since until till during circa ca c year years born died founded established est early late mid dated fiscal',
)
/** Abbreviations with a full stop that a year follows ("c. 1931", "b. 1950"). */
export const yearAbbreviations = setOf('c ca est b d fl')
/** What a year may stand before as the subject ("2016 was a poor year"). */
export const yearVerbs = setOf(
  'was is saw sees has had will would may could brought marked marks began ended became proved turned started',
)
/** Nouns that a year is part of the name of ("World Cup 2018"), and of which there are many in a year ("2016 elections"). */
export const yearNouns = setOf(
  'cup cups olympics games expo euro eurovision census election elections referendum season seasons summit conference ' +
    'championship championships act agenda budget budgets festival tour floods riots protests finals polls talks campaign ' +
    'campaigns awards oscars class accord accords treaty treaties convention day eve sunday monday friday',
)
/** What a number that "of" follows counts ("a crowd of 2016"). */
export const measureNouns = setOf(
  'total population number crowd capacity audience price cost sum average maximum minimum height depth length width weight ' +
    'distance speed score attendance staff workforce membership group fleet majority supply stock debt fine salary altitude ' +
    'rate level limit value record army force team series set list pack prize reward bonus donation grant loan payment tax fee tens hundreds thousands limits out',
)
/** What "to" and "by" follow where no date does ("rose to 1950", "fell by 1998"). */
export const changeVerbs = setOf(
  'rose rise rises risen fell fall falls fallen grew grow grows grown increased increase increases decreased decrease dropped ' +
    'drop drops climbed climb jumped jump sank cut raised reduced soared slipped gained lost up down multiplied divided beaten won win wins lose beat passed defeated led trailed',
)
/** What "to" follows if a year is next ("dates back to 1890"). */
export const datingWords = setOf(
  'back prior dates dated dating date goes traced extended extend extends postponed delayed deferred runs run ran lasted',
)
/** What "for" follows if a price is next. */
export const tradeVerbs = setOf('sold sells sell bought buys buy paid pays pay went goes cost costs traded offered')
/** "As early as 1890". */
export const sinceWhen = setOf('early late back recently soon far')
/** What a number after it names ("room 1984"). */
export const labels = setOf(
  'room page pages flight route highway line bus train number no section rule article chapter model type series version channel ' +
    'gate unit lot apartment suite box bill form code psalm verse hymn grade size tag volume issue part case bus locomotive asteroid',
)
/** Comparisons: "later than 2015" is a time, "more than 2016" a count. */
export const timeComparisons = setOf('later earlier')

/** Units of measure, and what else a number in front of it counts. Source: the SI brochure's units, imperial and US units, currencies of ISO 4217 by their English names. */
export const countedNouns = setOf(
  'm km cm mm kg g t lb lbs oz ft mi mph kph kw mw gw kwh l ml ha px dpi rpm cc hp bhp hz khz mhz ghz kb mb gb tb ' +
    'metre metres meter meters kilometre kilometres kilometer kilometers centimetre centimetres centimeter centimeters ' +
    'millimetre millimetres millimeter millimeters mile miles yard yards foot feet inch inches acre acres hectare hectares ' +
    'gram grams gramme grammes kilo kilos kilogram kilograms tonne tonnes ton tons ounce ounces pound pounds stone ' +
    'litre litres liter liters gallon gallons pint pints barrel barrels degree degrees watt watts kilowatt kilowatts ' +
    'megawatt megawatts volt volts byte bytes pixel pixels calorie calories horsepower square cubic ' +
    'dollar dollars cent cents euro euros pence penny yen yuan rupee rupees rouble roubles ruble rubles franc francs krone ' +
    'kroner krona kronor peso pesos mark marks shilling shillings percent pc ' +
    'people persons men women children person residents inhabitants soldiers troops workers jobs homes houses seats votes ' +
    'copies pages words times hours hour minutes minute seconds days weeks months years points items others dead ' +
    'hundred thousand million billion trillion dozen bn mn gmt utc bst est cet',
)
/** Of those, the ones that begin a sentence's own clause as well ("In 2016 people voted …"). */
export const peopleNouns = setOf('people men women children residents workers troops soldiers others')
/** Endings of an address. Source: the commonest street suffixes of USPS Publication 28, and British ones. */
export const streetWords = setOf(
  'street st road rd avenue ave lane ln drive dr boulevard blvd terrace crescent highway hwy parkway pkwy',
)

/** Words that a counted noun is not. */
export const functionWords = setOf(
  'a an the and or but nor so yet if as at by for from in into of off on onto out over per than that then to up upon via with ' +
    'within without about above across after against along among around before behind below beneath beside besides between ' +
    'beyond despite down during except inside like near outside past since through throughout toward towards under until till ' +
    'unless while when where which who whom whose what why how because although though whereas is are was were be been being ' +
    'am has have had having do does did will would shall should can could may might must it its he she they them his her their ' +
    'we us our you your i my me this these those there here not no only also just still already again ever never perhaps always ' +
    'plus thus yes versus vs both either neither each all any some such same very too more most less least said says amid ' +
    'according alone onwards onward respectively ago later earlier now bc ad last next today yesterday tomorrow tonight',
)

/** Words before a month: after some a name of a person is as likely ("a speech by May"). */
export const monthLeads: ReadonlyMap<string, 'sure' | 'likely'> = new Map([
  ...'in since until till during early late mid this last next between'
    .split(' ')
    .map((word) => [word, 'sure'] as const),
  ...'by for from before after through to'.split(' ').map((word) => [word, 'likely'] as const),
])
/** Parts of a month that "of" and its name follow. */
export const monthParts = setOf(
  'end start beginning middle month half week weekend day days morning night rest part most',
)
