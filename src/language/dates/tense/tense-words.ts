import { readWordSets } from '../../../resources/resources.ts'

// Words that show whether a sentence is about the future.

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

/** Words that make the next verb future. "May" and "might" are about possible future events, unless "have" follows. */
export const modals = listed('modals')
/** Contracted modals ("we'll"). */
export const shortModals = listed('short-modals')
/** Plans: a time after one is when the plan takes place. */
export const plans = listed('plans')
/** Plans if an infinitive follows ("agreed to meet"). */
export const plansBeforeInfinitive = listed('plans-before-infinitive')
/** The subset that is also a plan before "for" ("set for Friday", "plans for a vote"). */
export const plansFor = listed('plans-for')
/** The subset that reports a past action in the passive ("were ordered to leave on Wednesday"). */
export const commands = listed('commands')
/** Plans if "to", "until" or "for" precedes the time ("postponed until May"). */
export const shifts = listed('shifts')
/** Verbs that a particle turns into shifts ("put off", "pushed back", "put the vote back"), and the particles. */
export const shiftVerbs = listed('shift-verbs')
export const shiftParticles = listed('shift-particles')
export const shiftLeads = listed('shift-leads')
/** Present-tense subjects that are not plural nouns. */
export const pluralSubjects = listed('plural-subjects')
/**
 * Present-tense forms of verbs for scheduled events: alone they refer to the future (Quirk et al. 4.45). Forms that are mostly
 * nouns are left out.
 */
export const timetableForms = listed('timetable-forms')
/** Participles that form a plan with "is" ("is held on Friday"). */
export const timetableParticiples = listed('timetable-participles')
/** Irregular past forms missing from `irregular-forms.ts`, and those identical to the base form. */
export const otherPasts = listed('other-pasts')
/** Words in "ed" that are not verbs. */
export const noPasts = listed('no-pasts')
/** Words in "ing" that are not verbs, or mostly nouns. */
export const noParticiples = listed('no-participles')
export const presentBe = listed('present-be')
export const pastBe = listed('past-be')
/** Verbs for a lasting state: a participle after them is read as after "is". */
export const copulas = listed('copulas')
/** Words allowed between "is" and a time that belongs to the predicate ("is open until Friday"). */
export const betweenBeAndTime = listed('between-be-and-time')
/** Before a noun: the word after it is not a verb. */
export const articles = listed('articles')
/** Before a noun rather than a present-tense verb. */
export const beforeNouns = listed('before-nouns')
/** Words that begin a fronted phrase of the same time as the sentence, not of an earlier time ("after", "since"). */
export const frontLeads = listed('front-leads')
/** The rest after these is in the past: "in hospital after a crash on Monday". */
export const pastLeads = listed('past-leads')
export const clauseOpeners = listed('clause-openers')
/** Words that begin a clause that only describes the noun before it. */
export const relatives = listed('relatives')
