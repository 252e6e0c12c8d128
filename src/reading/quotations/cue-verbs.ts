/**
 * Verbs that report someone's words, as base forms. Source: the classes of VerbNet 3 that take a speaker and a message
 * (say-37.7, tell-37.2, manner_speaking-37.3, complain-37.8, advise-37.9, confess-37.10, declare-29.4, promise-37.13,
 * order-60, inquire-37.1.2), filled up with the reporting verbs that style guides of English news writing list.
 */
const SPEECH = `
say tell add write tweet ask reply respond answer note explain continue conclude argue insist claim declare state announce
warn recall remark comment observe admit concede acknowledge assert contend charge stress emphasize emphasise underscore
underline urge joke quip boast brag complain lament muse opine predict suggest shout yell scream cry exclaim whisper mutter
murmur chant sing thunder snap retort counter rejoin interject chime vow pledge promise swear testify report reveal disclose
confirm deny maintain allege caution agree repeat reiterate wonder inquire enquire query demand plead beg implore exhort advise
counsel tease taunt mock scoff sneer deadpan crow gush fume rail rant vent post text email e-mail message blog propose recount
relate narrate proclaim pronounce confide intone bellow roar growl groan moan apologize apologise marvel elaborate clarify
specify summarize summarise signal hint imply indicate assure remind inform recommend object protest speculate theorize reason
assess estimate read retweet grumble gripe grouse volunteer interrupt advertise preach lecture instruct order command
venture affirm attest avow blurt drawl hiss holler mumble sigh stammer stutter whine whoop mouth bark chide scold
quote cite retell reflect tout trumpet warrant wager wisecrack crack joke pray beseech echo retaliate dispute
`
/**
 * Verbs that name, judge, think or feel: they carry someone's words when quoted words stand in their object. Source:
 * VerbNet's dub-29.3, characterize-29.2, consider-29.9, judgment-33, conjecture-29.5, want-32.1 and talk-37.5.
 */
const JUDGEMENT = `
call describe label brand dub term characterize characterise refer denounce slam rip criticize criticise attack praise
laud hail condemn decry deride dismiss accuse blame defend thank mention discuss talk speak express voice
think believe feel hope fear want rebuke chastise ridicule blast bash berate bemoan admonish excoriate lambaste lash
compare consider deem view regard reject rebut refute applaud commend credit celebrate encourage invite threaten
promise offer request appeal portray depict dismiss pan knock hit skewer savage trash pillory
advocate support oppose demand highlight outline stipulate require tag nickname name credit invoke
`

/** Past and participle forms that do not follow the rule. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  speak: ['spoke', 'spoken'],
  think: ['thought'],
  feel: ['felt'],
  sing: ['sang', 'sung'],
  swear: ['swore', 'sworn'],
  read: ['read'],
  text: ['texted'],
  beg: ['begged', 'begging'],
  quip: ['quipped', 'quipping'],
  brag: ['bragged', 'bragging'],
  snap: ['snapped', 'snapping'],
  admit: ['admitted', 'admitting'],
  blog: ['blogged', 'blogging'],
  refer: ['referred', 'referring'],
  dub: ['dubbed', 'dubbing'],
  rip: ['ripped', 'ripping'],
  slam: ['slammed', 'slamming'],
  rebut: ['rebutted', 'rebutting'],
  pan: ['panned', 'panning'],
  hit: ['hit', 'hitting'],
  tag: ['tagged', 'tagging'],
}

function inflect(base: string): readonly string[] {
  const irregular = IRREGULAR[base]
  const yToI = /[^aeiou]y$/.test(base)
  const third = yToI ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`
  const past = yToI ? `${base.slice(0, -1)}ied` : base.endsWith('e') ? `${base}d` : `${base}ed`
  const present = /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`
  return [base, third, present, ...(irregular === undefined ? [past] : irregular)]
}

const words = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== '')

export type CueStrength = 'speech' | 'judgement'

const CUES = new Map<string, CueStrength>()
for (const base of words(JUDGEMENT)) for (const form of inflect(base)) CUES.set(form, 'judgement')
for (const base of words(SPEECH)) for (const form of inflect(base)) CUES.set(form, 'speech')

/** How surely a word, in lower case, reports someone's words; undefined for any other word. */
export const cueStrength = (lower: string): CueStrength | undefined => CUES.get(lower)
