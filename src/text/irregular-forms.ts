// Forms that no rule of endings brings together with their base, `base: forms`. Source: the list of irregular verbs in
// Quirk et al., A Comprehensive Grammar of the English Language (1985), 3.11-19, and its irregular plurals (5.79-103);
// forms that are more often another word (saw, lay, wound, bore, ground) are left out.
const table = `
arise: arose arisen|awake: awoke awoken|beat: beaten|become: became|begin: began begun|bend: bent|bind: bound|bite: bit bitten
bleed: bled|blow: blew blown|break: broke broken|breed: bred|bring: brought|build: built|burn: burnt|buy: bought|catch: caught
choose: chose chosen|cling: clung|creep: crept|deal: dealt|dig: dug|draw: drew drawn|dream: dreamt|drink: drank drunk|drive: drove driven
eat: ate eaten|fall: fell fallen|feed: fed|feel: felt|fight: fought|find: found|flee: fled|fling: flung|fly: flew flown
forbid: forbade forbidden|forget: forgot forgotten|forgive: forgave forgiven|freeze: froze frozen|give: gave given|go: went gone
grow: grew grown|hang: hung|hear: heard|hide: hid hidden|hold: held|keep: kept|kneel: knelt|know: knew known|lead: led|lean: leant
leap: leapt|learn: learnt|leave: left|lend: lent|light: lit|lose: lost|make: made|mean: meant|meet: met|mistake: mistook mistaken
overcome: overcame|overthrow: overthrew overthrown|pay: paid|ride: rode ridden|ring: rang rung|rise: rose risen|run: ran|seek: sought
sell: sold|send: sent|shake: shook shaken|shine: shone|shoot: shot|shrink: shrank shrunk|sing: sang sung|sink: sank sunk|sit: sat
sleep: slept|slide: slid|speak: spoke spoken|spend: spent|spin: spun|spring: sprang sprung|stand: stood|steal: stole stolen|stick: stuck
sting: stung|strike: struck stricken|strive: strove striven|swear: swore sworn|sweep: swept|swim: swam swum|swing: swung|take: took taken
teach: taught|tear: tore torn|tell: told|think: thought|throw: threw thrown|undergo: underwent undergone|understand: understood
undertake: undertook undertaken|wake: woke woken|wear: wore worn|weave: wove woven|weep: wept|win: won|withdraw: withdrew withdrawn
withstand: withstood|write: wrote written
man: men|woman: women|child: children|foot: feet|tooth: teeth|mouse: mice|person: people|wife: wives|life: lives|knife: knives|half: halves
thief: thieves|wolf: wolves|crisis: crises|analysis: analyses|thesis: theses|phenomenon: phenomena|criterion: criteria|bacterium: bacteria
nucleus: nuclei|hypothesis: hypotheses|axis: axes|basis: bases|index: indices|matrix: matrices|vertex: vertices|appendix: appendices
`

const baseOf = new Map<string, string>()
for (const entry of table.trim().split(/[|\n]/)) {
  const [base = '', forms = ''] = entry.split(': ')
  for (const form of forms.split(' ')) baseOf.set(form, base)
}

/** The base of an irregular form ("fought" gives "fight", "women" gives "woman"); any other word is given back. */
export function baseForm(folded: string): string {
  return baseOf.get(folded) ?? folded
}

const longEnough = 6
const british =
  /(?:is(?=(?:e[drs]?|ing|ations?|ers?)$)|our(?=(?:s|ed|ing|ite|able|ful|al|hood)?$)|ence(?=s?$)|tre(?=s?$))/

/** A word with the British ending that American spelling changes (organise, colour, centre) as America writes it. */
export function oneSpelling(folded: string): string {
  if (folded.length < longEnough) return folded
  return folded.replace(british, (ending) =>
    ending === 'is' ? 'iz' : ending === 'our' ? 'or' : ending === 'tre' ? 'ter' : 'ense',
  )
}
