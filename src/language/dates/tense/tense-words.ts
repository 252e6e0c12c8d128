import { readWordSets } from '../../../resources/resources.ts'

// The words that show whether a sentence is about something to come.

const listed = readWordSets('lexicons/language/tense-words.tsv', [
  'modals',
  'short-modals',
  'plans',
  'plans-before-infinitive',
  'plans-for',
  'commands',
  'shifts',
  'shift-verbs',
  'shift-particles',
  'shift-leads',
  'plural-subjects',
  'timetable-forms',
  'timetable-participles',
  'other-pasts',
  'no-pasts',
  'no-participles',
  'present-be',
  'past-be',
  'copulas',
  'between-be-and-time',
  'articles',
  'before-nouns',
  'front-leads',
  'past-leads',
  'clause-openers',
  'relatives',
])

/** What makes the verb after it one of the future. "May" and "might" speak of what may come, unless "have" follows. */
export const modals = listed('modals')
/** Modals that an apostrophe shortens ("we'll"). */
export const shortModals = listed('short-modals')
/** Plans: a time after one is that of what is planned. */
export const plans = listed('plans')
/** Plans if an infinitive follows ("agreed to meet"). */
export const plansBeforeInfinitive = listed('plans-before-infinitive')
/** Of those, the ones that "for" makes plans of as well ("set for Friday", "plans for a vote"). */
export const plansFor = listed('plans-for')
/** Of those, the ones that in the passive report what was done ("were ordered to leave on Wednesday"). */
export const commands = listed('commands')
/** Plans if "to", "until" or "for" precedes the time ("postponed until May"). */
export const shifts = listed('shifts')
/** Verbs that a particle makes shifts ("put off", "pushed back", "put the vote back"), and the particles. */
export const shiftVerbs = listed('shift-verbs')
export const shiftParticles = listed('shift-particles')
export const shiftLeads = listed('shift-leads')
/** Subjects of the present tense that are no nouns in the plural. */
export const pluralSubjects = listed('plural-subjects')
/**
 * Forms of the present tense of verbs of what a timetable or a programme fixes: alone they speak of the
 * future (Quirk et al. 4.45). Forms that are mostly nouns are left out.
 */
export const timetableForms = listed('timetable-forms')
/** Participles that "is" makes plans of ("is held on Friday"). */
export const timetableParticiples = listed('timetable-participles')
/** Irregular pasts that `irregular-forms.ts` leaves out, and those that are as the base form. */
export const otherPasts = listed('other-pasts')
/** Words in "ed" that are no verbs. */
export const noPasts = listed('no-pasts')
/** Words in "ing" that are no verbs, or mostly nouns. */
export const noParticiples = listed('no-participles')
export const presentBe = listed('present-be')
export const pastBe = listed('past-be')
/** Verbs that say how something is kept: a participle after them is as after "is". */
export const copulas = listed('copulas')
/** Words allowed between "is" and a time that belongs to the predicate ("is open until Friday"). */
export const betweenBeAndTime = listed('between-be-and-time')
/** In front of a noun: a word after it is no verb. */
export const articles = listed('articles')
/** In front of a noun rather than of a verb of the present tense. */
export const beforeNouns = listed('before-nouns')
/** What begins a phrase in front of a sentence that is of the same time, not of what is over by then ("after", "since"). */
export const frontLeads = listed('front-leads')
/** After them, what follows is over: "in hospital after a crash on Monday". */
export const pastLeads = listed('past-leads')
export const clauseOpeners = listed('clause-openers')
/** What opens a clause that only describes the noun before it. */
export const relatives = listed('relatives')
