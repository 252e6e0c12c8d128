import { pattern } from '../../text/pattern.ts'
import { stem } from '../../text/terms.ts'

// Words that news texts use for one event, act or thing; the first of a line names it. Source: synsets and verb classes
// of Princeton WordNet 3.1 and VerbNet 3 (meet-36.3, murder-42.1, hurt-8.9, throw-17.1, banish-10.2, calibratable_cos-45.6 …),
// with the irregular forms that any grammar of English lists. Only senses that are the usual ones in news are joined.
const events = `
meet met meets meeting meetings convene convened convenes gather gathered gathering talks summit conference
speak spoke spoken speaks speaking talk talked talking call calls conversation conversations telephoned
fire fired launch launched launches launching unleash unleashed shoot shot shooting shelled
intercept intercepts intercepted intercepting down downed downing destroy destroyed destroying neutralise neutralised neutralize neutralized repel repelled jam jammed jamming
kill kills killed killing die dies died dying dead death deaths perish perished slain fatalities fatality
injure injured injures injuring injury injuries wound wounded wounds wounding hurt hurts
arrest arrested arrests arresting detain detained detains detaining detention apprehended custody
expel expels expelled expelling expulsion oust ousted banish banished deport deported deporting deportation
join joined joins joining participate participated participating participation attend attended attending attendance
approve approved approves approving approval endorse endorsed endorses endorsing endorsement ratify ratified ratification adopt adopted adopting passed
reject rejected rejects rejecting rejection rebuff rebuffed refuse refused refuses refusing refusal deny denied denies denying denial
back backed backing backs support supports supported supporting
agree agrees agreed agreeing agreement deal pact accord treaty contract contracts
plan plans planned planning intend intends intended intention scheduled schedule slated
attack attacks attacked attacking assault assaulted raid raids raided strike strikes striking struck hit hits hitting bombard bombarded ram rammed rams ramming smash smashed slam slammed
increase increases increased increasing rise rises rose risen rising raise raises raised raising hike hiked grow grew grown growing growth climb climbed climbs surge surged
decrease decreased decreases decreasing fall falls fell fallen falling drop drops dropped dropping decline declined declines cut cuts cutting reduce reduced reduces reducing reduction lower lowered slash slashed shrank shrunk
buy buys bought buying purchase purchases purchased purchasing acquire acquired acquires acquisition
sell sells sold selling sale sales
promise promised promises promising pledge pledged pledges pledging vow vowed vows
demand demanded demands demanding urge urged urges urging
resign resigned resigns resigning resignation quit quits
appoint appointed appoints appointment nominate nominated nomination
dismiss dismissed dismissal sack sacked
win wins won winning victory triumph beat beaten beats defeat defeated
lose loses lost losing loss
elect elected elects election elections
vote votes voted voting ballot
begin begins began begun beginning start starts started starting commence commenced
end ends ended ending finish finished finishes conclude concluded concludes complete completed completes completion
open opens opened opening inaugurate inaugurated inauguration
close closes closed closing closure shut shuts
build builds built construct constructed construction erect erected
find finds found finding discover discovered discovers discovery
evacuate evacuated evacuates evacuating evacuation
flee flees fled fleeing
crash crashed crashes collide collided collision
blaze blazes inferno wildfire fires
flood floods flooded flooding
sentence sentenced jail jailed imprison imprisoned imprisonment
convict convicted conviction
charge charged indict indicted indictment
accuse accused accuses accusing
sign signed signs signing
send sends sent sending dispatch dispatched deploy deployed deploying deployment deployments station stationed stationing
supply supplies supplied supplying provide provides provided providing deliver delivers delivered delivering delivery furnish furnished
ban bans banned banning prohibit prohibited outlaw outlawed forbid forbidden
allow allows allowed allowing permit permits permitted permitting
postpone postponed delay delayed delays defer deferred
cancel cancelled canceled cancels scrap scrapped abandon abandoned
visit visits visited visiting travel travels travelled traveled travelling traveling trip
earmark earmarked earmarks allocate allocated allocates
own owns owned owner owners ownership owning
effect
withdraw withdraws withdrew withdrawn withdrawal pullout
arrive arrives arrived arriving arrival
depart departs departed departure
steal steals stole stolen theft rob robbed robbery burglary
rescue rescued rescues rescuing save saved saves
protest protests protested demonstrate demonstrated demonstration demonstrations
investigate investigated investigates investigating investigation probe probes probed inquiry
respond responded responds response reply replied
collapse collapsed collapses
sink sinks sank sunk
target targeted targets targeting
seek seeks sought seeking
hold holds held holding
give gives gave given giving
take takes took taken taking
make makes made making
come comes came coming
pay pays paid paying payment
spend spends spent spending
lead leads led leading
leave leaves left leaving
halt halts halted stop stops stopped stopping
continue continues continued continuing
include includes included including
impose imposes imposed imposing
invest invests invested investing investment
hire hires hired hiring recruit recruited recruits
create creates created creating
produce produces produced producing production
treat treated treats treatment
recover recovered recovers recovery
award awarded awards awarding prize
publish published publishes publication
order ordered orders ordering
test tests tested testing
move moves moved moving
replace replaced replaces replacement
extend extended extends extension
merge merged merges merger
strand stranded
damage damaged damages damaging
connect connected connects
`

const things = `
troops soldiers soldier
country countries nation nations
company companies firm firms business businesses
worker workers employee employees staff
child children kids
person people persons residents inhabitants
plane planes aircraft jet jets airplane airliner
ship ships vessel vessels
vehicle vehicles car cars
quake earthquake tremor
border frontier
ceasefire truce armistice cease-fire
war conflict hostilities
aid assistance
weapon weapons arms
missile missiles rocket rockets
drone drones uav uavs
adviser advisers advisor advisors
envoy emissary ambassador
parliament parliamentary
government administration cabinet
law legislation bill
goal aim objective purpose
unclear unknown uncertain
vital crucial essential
outage outages blackout blackouts
doctor doctors physician physicians
telephone phone telephones phones
lawyer lawyers attorney attorneys
home homes house houses
official officials
student students pupil pupils
film movie films movies
money funds funding
price prices cost costs
hospital hospitals clinic
disease illness
protester protesters demonstrators
area areas region regions province
`

function classesOf(table: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of table.trim().split('\n')) {
    const [name = '', ...others] = line.split(' ')
    for (const word of [name, ...others]) if (!found.has(word)) found.set(word, `~${name}`)
  }
  return found
}

const eventClasses = classesOf(events)
const thingClasses = classesOf(things)

/** What a folded word stands for: its class of events or things (`~name`), else its stem. */
export function conceptOf(folded: string): string {
  return eventClasses.get(folded) ?? thingClasses.get(folded) ?? stem(folded)
}

const eventEnding = pattern(String.raw`^\p{L}{3,}(?:ed|ing)$`)

// Words with a verb's ending that are none.
const notVerbs = new Set(
  'during morning evening king ring spring string thing things nothing something anything everything ceiling building wing hundred indeed need red bed'.split(
    ' ',
  ),
)

/** Whether a folded word tells of an event or act: one of the classes, or a verb by its ending. */
export function isEvent(folded: string): boolean {
  return eventClasses.has(folded) || (eventEnding.test(folded) && !thingClasses.has(folded) && !notVerbs.has(folded))
}

// Acts that undo one another: the same of one thing cannot both be so. Source: antonyms in Princeton WordNet 3.1.
const opposites = new Map(
  'increase decrease|approve reject|begin end|open close|win lose|allow ban|agree reject|hire dismiss|sell buy|arrive depart|join leave'
    .split('|')
    .flatMap((pair): [string, string][] => {
      const [a = '', b = ''] = pair.split(' ')
      return [
        [`~${a}`, `~${b}`],
        [`~${b}`, `~${a}`],
      ]
    }),
)

/** The event class that is the contrary of another, or undefined. */
export function oppositeOf(concept: string): string | undefined {
  return opposites.get(concept)
}
