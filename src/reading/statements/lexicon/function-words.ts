/** Closed word classes of English, in lower case. Source: any grammar of English. */
const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

export const determinerWords = set(`
a an the this that these those some any no every each another either neither one two three four five several many most both all
his her their its our my your`)
export const possessivePronouns = set('his her their its our my your')
export const subjectPronouns = set('he she they i we it who')
export const prepositions = set(`
of in on at to for from with by about against as after before during under over into through between among despite without
within around near toward towards since until upon across behind beyond like via regarding concerning including per than off
amid outside inside alongside following because while when if where whether although though unless`)
export const auxiliaryWords = set(`
is are was were be been being has have had having do does did will would can could may might shall should must 's 've 'd n't not
never won't wouldn't can't couldn't didn't doesn't don't hasn't haven't hadn't isn't aren't wasn't weren't`)
export const adverbWords = set(`
also later then once again recently often repeatedly first earlier previously always still even just only simply ever already
today yesterday now there here too instead meanwhile however monday tuesday wednesday thursday friday saturday sunday publicly
reportedly famously once twice sometimes all both himself herself itself themselves largely angrily flatly bluntly`)
export const conjunctions = set('and or but nor yet so')
export const relatives = set('who whom whose which that where when')
/** Words that stand capitalised at a sentence's beginning without naming anyone. */
const openers = set(`
there here now then today yesterday tomorrow yes no well okay ok please thanks thank look let's let maybe perhaps what why how when
where who whom whose which whoever whatever however moreover meanwhile still also even just only not never always often sometimes
instead indeed rather later earlier once again so such much more most less many few other others another such same asked speaking
according given despite unlike like among because since while although though unless until if whether whereas as than both
either neither each every all any some none everyone everybody someone anyone nobody something anything nothing everything
democrats republicans voters people critics officials police experts analysts aides supporters reporters
ahead back down up out over first second third last next finally eventually recently previously additionally furthermore
nevertheless nonetheless therefore thus hence otherwise regardless asked citing noting saying adding calling writing
do does did is are was were be been have has had will would can could may might shall should must
got get go come make take see know think say said tell told don't didn't doesn't isn't aren't wasn't won't can't couldn't
wouldn't i'm i've i'll i'd it's that's there's he's she's they're we're you're what's let's here's who's
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december editor's photo image video read watch related source update correction`)

/** Whether a word, in lower case, belongs to a closed class, so that a capital at a sentence's beginning means nothing. */
export function isFunctionWord(lower: string): boolean {
  return (
    determinerWords.has(lower) ||
    subjectPronouns.has(lower) ||
    prepositions.has(lower) ||
    auxiliaryWords.has(lower) ||
    adverbWords.has(lower) ||
    conjunctions.has(lower) ||
    relatives.has(lower) ||
    openers.has(lower) ||
    lower === 'you' ||
    lower === 'me' ||
    lower === 'him' ||
    lower === 'them' ||
    lower === 'us'
  )
}

/** Whether a word ends a noun phrase on its left: a preposition, an auxiliary, a conjunction, a relative. */
export const isClosedClass = (lower: string): boolean =>
  prepositions.has(lower) || auxiliaryWords.has(lower) || conjunctions.has(lower) || relatives.has(lower)

/** Whether a word only tells when, how often or how something is done. */
export const isAdverb = (lower: string): boolean => adverbWords.has(lower) || (lower.length > 4 && lower.endsWith('ly'))
