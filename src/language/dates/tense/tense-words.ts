function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}

// The words that tell whether a sentence speaks of something to come. Source of the classes: Quirk et al., A Comprehensive
// Grammar of the English Language (1985), 4.41-48 (ways to express the future) and 16.38-41 (verbs with an infinitive).

/** What makes the verb after it one of the future. "May" and "might" speak of what may come, unless "have" follows. */
export const modals = setOf('will shall would may might can cannot could must should ought')
/** Modals that an apostrophe shortens ("we'll"). */
export const shortModals = setOf('ll d')
/** Plans: a time after one is that of what is planned. */
export const plans = setOf(
  'due scheduled slated upcoming forthcoming planned planning expected expects expect poised proposed impending',
)
/** Plans if an infinitive follows ("agreed to meet"). */
export const plansBeforeInfinitive = setOf(`
plan plans set about ready going likely bound willing hope hopes hoped hoping aim aims aimed aiming intend intends intended agree
agrees agreed vow vows vowed promise promises promised pledge pledges pledged prepare prepares prepared preparing decide decides
decided want wants wanted need needs invite invites invited urge urges urged order orders ordered ask asks asked threaten
threatens threatened call calls called supposed meant voted chosen elected appointed`)
/** Of those, the ones that "for" makes plans of as well ("set for Friday", "plans for a vote"). */
export const plansFor = setOf('plan plans set ready bound')
/** Of those, the ones that in the passive tell what was done ("were ordered to leave on Wednesday"). */
export const commands = setOf('ordered asked urged called')
/** Plans if "to", "until" or "for" precedes the time ("postponed until May"). */
export const shifts = setOf('postponed delayed rescheduled adjourned deferred moved pushed brought extended')
/** Verbs that a particle makes shifts ("put off", "pushed back", "put the vote back"), and the particles. */
export const shiftVerbs = setOf('put puts putting push pushes pushed pushing hold holds held')
export const shiftParticles = setOf('off back')
export const shiftLeads = setOf('to until till for')
/** Subjects of the present tense that are no nouns in the plural. */
export const pluralSubjects = setOf('they we you i who which that and also then do')
/**
 * Forms of the present tense of verbs of what a timetable or a programme fixes: alone they speak of the
 * future (Quirk et al. 4.45). Forms that are mostly nouns are left out.
 */
export const timetableForms = setOf(`
open opens close closes start starts begin begins end ends finish finishes leave leaves arrive arrives depart departs return returns
resume resumes reopen reopens meet meets play plays faces host hosts visits travel travels take go come launch launches premiere premieres
convene convenes sail sails fly flies takes goes comes vote votes holds hold expire expires retire retires compete competes kicks
publish publishes release releases unveil unveils celebrate celebrates decide decides turns`)
/** Participles that "is" makes plans of ("is held on Friday"). */
export const timetableParticiples = setOf(`
opened closed started ended finished reopened played hosted launched premiered held published released unveiled celebrated decided
buried heard elected inaugurated shown screened delivered announced voted`)
/** Irregular pasts that `irregular-forms.ts` leaves out, and those that are as the base form. */
export const otherPasts = setOf(`
was were did had been said came got saw didn wasn weren hadn hit cut put set cast hurt let shut split spread burst quit beat`)
/** Words in "ed" that are no verbs. */
export const noPasts = setOf(
  'need feed seed speed bed red shed weed breed bleed deed reed greed creed hundred indeed embed exceed proceed succeed sacred wicked',
)
/** Words in "ing" that are no verbs, or mostly nouns. */
export const noParticiples = setOf(
  'thing king ring sing bring string spring during nothing something anything everything evening morning according',
)
export const presentBe = setOf('is are am isn aren')
export const pastBe = setOf('was were been wasn weren')
/** Verbs that say how something is kept: a participle after them is as after "is". */
export const copulas = setOf('be been being stay stays remain remains keep')
/** Words allowed between "is" and a time that belongs to the predicate ("is open until Friday"). */
export const betweenBeAndTime = setOf(`
not also only still now open closed shut due off on in at by from until till for as early late next this the free available
possible back again`)
/** In front of a noun: a word after it is no verb. */
export const articles = setOf('a an the his her its their our my your no each every')
/** In front of a noun rather than of a verb of the present tense. */
export const beforeNouns = setOf(`
a an the his her its their our my your no each every this that these those s in on at of for by with from about after before
into over under against during since through between two three four five six several many few more most all some any new old`)
/** What begins a phrase in front of a sentence that is of the same time, not of what is over by then ("after", "since"). */
export const frontLeads = setOf('before ahead until till by at for during on in')
/** After them, what follows is over: "in hospital after a crash on Monday". */
export const pastLeads = setOf('after following since over amid')
export const clauseOpeners = setOf('and but while whereas that')
/** What opens a clause that only describes the noun before it. */
export const relatives = setOf('who which whose whom where a an the as')
