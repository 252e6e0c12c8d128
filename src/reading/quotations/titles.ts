const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Forms of address, which tell a person and often the gender. */
const HONORIFICS = set('mr mrs ms miss mx dr prof sir dame lord lady rev madam')

/** Ranks and offices that stand before a name. Source: common titles of English news writing (AP-style courtesy, military, state, church). */
const TITLES = set(`
president vice-president minister premier chancellor secretary secretary-general general senator sen sens congressman
congresswoman representative rep reps governor gov mayor councilman councilwoman assemblyman assemblywoman alderman delegate del
speaker leader whip chairman chairwoman chair chief director attorney judge justice sheriff officer commissioner
ambassador envoy king queen prince princess pope cardinal archbishop bishop imam rabbi pastor father sister brother
lieutenant lt colonel col captain capt major maj sergeant sgt corporal cpl private admiral adm commander cmdr gen marshal
professor prof coach spokesman spokeswoman spokesperson candidate nominee frontrunner front-runner adviser advisor
strategist pollster analyst manager host anchor correspondent reporter editor columnist author actor actress
democrat republican rep-elect president-elect ex-president emeritus co-chair co-founder founder ceo cfo executive
prosecutor lawyer detective agent inspector superintendent principal dean provost chancellor
mr mrs ms miss mx dr sir dame lord lady rev hon comrade
republicans democrats businessman billionaire mogul activist comedian singer rapper`)

/** Words that make a capitalised phrase an organisation rather than a person. */
const ORGANISATION_WORDS = set(`
department ministry office house committee commission council association institute center centre bank party university
college school board bureau agency force corps court corporation company inc corp group foundation fund union league
network news times post journal magazine herald tribune press radio tv television society federation coalition alliance campaign
service services administration authority congress senate parliament government embassy club church hospital
police team project initiative organization organisation trust industries partners airlines
street avenue road county city state river island islands mountain airport hotel tower bridge park
act bill law amendment war day convention conference summit agreement treaty award prize
east west north south united new saint fort mount lake port`)

/** Nouns of office or kin: "her lawyer", "a spokesman for". */
const ROLE_NOUNS = set(`
spokesman spokeswoman spokesperson spokesmen spokespeople official officials aide aides adviser advisers advisor advisors
campaign office administration statement report letter memo source sources
wife husband father mother son daughter brother sister friend lawyer attorney manager director chief
strategist supporter supporters critic critics voter voters reporter reporters analyst analysts leader leaders
candidate nominee senator governor mayor congressman congresswoman president secretary head
ministry department agency police government army company group union court
people man woman men women student students professor teacher protester protesters activist activists
democrat republican democrats republicans lawmakers lawmaker editor author host moderator`)

const FEMALE = set(`
mrs ms miss dame lady madam queen princess congresswoman councilwoman assemblywoman chairwoman spokeswoman actress businesswoman
woman mother wife daughter sister grandmother aunt girl widow waitress`)
const MALE = set(`
mr sir lord king prince congressman councilman assemblyman alderman spokesman chairman actor businessman pope cardinal archbishop
bishop father son brother husband man grandfather uncle boy widower imam rabbi`)

const bare = (lower: string): string => (lower.endsWith('.') ? lower.slice(0, -1) : lower)

export const isHonorific = (lower: string): boolean => HONORIFICS.has(bare(lower))
export const isTitle = (lower: string): boolean => TITLES.has(bare(lower))
export const isRoleNoun = (lower: string): boolean => ROLE_NOUNS.has(lower) || TITLES.has(lower)
export const isOrganisationWord = (lower: string): boolean => ORGANISATION_WORDS.has(bare(lower))

export type Gender = 'female' | 'male'

/** The gender a title or a noun of kin tells, if it tells one. */
export function genderOfTitle(lower: string): Gender | undefined {
  const word = bare(lower)
  return FEMALE.has(word) ? 'female' : MALE.has(word) ? 'male' : undefined
}
