// Countries with the forms of their names and their nationality, folded, `code: names; nationalities`. Source: the
// fields "Country name" and "Nationality" of the CIA World Factbook (public domain), and the abbreviations and short
// forms that newspaper style guides list. A nationality ending in -n, -i or -r also stands for its plural in -s.
const table = `
ad: andorra; andorran|ae: united arab emirates, uae, emirates; emirati|af: afghanistan; afghan|al: albania; albanian
am: armenia; armenian|ao: angola; angolan|ar: argentina; argentine, argentinian, argentines|at: austria; austrian
au: australia; australian|az: azerbaijan; azerbaijani, azeri|ba: bosnia and herzegovina, bosnia; bosnian|bb: barbados; barbadian
bd: bangladesh; bangladeshi|be: belgium; belgian|bf: burkina faso; burkinabe|bg: bulgaria; bulgarian|bh: bahrain; bahraini
bi: burundi; burundian|bj: benin; beninese|bo: bolivia; bolivian|br: brazil; brazilian|bs: bahamas; bahamian
bt: bhutan; bhutanese|bw: botswana; motswana, batswana|by: belarus; belarusian|bz: belize; belizean|ca: canada; canadian
cd: democratic republic of the congo, drc; congolese|cf: central african republic|ch: switzerland; swiss
ci: ivory coast, cote d'ivoire; ivorian|cl: chile; chilean|cm: cameroon; cameroonian|cn: china, people's republic of china, prc; chinese
co: colombia; colombian|cr: costa rica; costa rican|cu: cuba; cuban|cy: cyprus; cypriot, cypriots|cz: czech republic, czechia; czech, czechs
de: germany; german|dj: djibouti; djiboutian|dk: denmark; danish, dane, danes|do: dominican republic; dominican|dz: algeria; algerian
ec: ecuador; ecuadorian|ee: estonia; estonian|eg: egypt; egyptian|er: eritrea; eritrean|es: spain; spanish, spaniard, spaniards
et: ethiopia; ethiopian|fi: finland; finnish, finn, finns|fj: fiji; fijian|fr: france; french, frenchman, frenchmen|ga: gabon; gabonese
gb: united kingdom, uk, great britain, britain; british, briton, britons|ge: georgia; georgian|gh: ghana; ghanaian|gm: gambia; gambian
gn: guinea; guinean|gr: greece; greek, greeks|gt: guatemala; guatemalan|gy: guyana; guyanese|hn: honduras; honduran
hr: croatia; croatian, croat, croats|ht: haiti; haitian|hu: hungary; hungarian|id: indonesia; indonesian|ie: ireland; irish
il: israel; israeli|in: india; indian|iq: iraq; iraqi|ir: iran; iranian|is: iceland; icelandic, icelander, icelanders|it: italy; italian
jm: jamaica; jamaican|jo: jordan; jordanian|jp: japan; japanese|ke: kenya; kenyan|kg: kyrgyzstan; kyrgyz|kh: cambodia; cambodian
kp: north korea, dprk; north korean|kr: south korea; south korean|kw: kuwait; kuwaiti|kz: kazakhstan; kazakh, kazakhs|la: laos; lao, laotian
lb: lebanon; lebanese|li: liechtenstein|lk: sri lanka; sri lankan|lr: liberia; liberian|ls: lesotho; basotho|lt: lithuania; lithuanian
lu: luxembourg|lv: latvia; latvian|ly: libya; libyan|ma: morocco; moroccan|mc: monaco; monegasque|md: moldova; moldovan
me: montenegro; montenegrin, montenegrins|mg: madagascar; malagasy|mk: north macedonia; macedonian|ml: mali; malian|mm: myanmar, burma; burmese
mn: mongolia; mongolian|mr: mauritania; mauritanian|mt: malta; maltese|mu: mauritius; mauritian|mv: maldives; maldivian|mw: malawi; malawian
mx: mexico; mexican|my: malaysia; malaysian|mz: mozambique; mozambican|na: namibia; namibian|ne: niger; nigerien|ng: nigeria; nigerian
ni: nicaragua; nicaraguan|nl: netherlands, holland; dutch, dutchman|no: norway; norwegian|np: nepal; nepali, nepalese|nz: new zealand; new zealander
om: oman; omani|pa: panama; panamanian|pe: peru; peruvian|pg: papua new guinea|ph: philippines; filipino, filipinos, philippine|pk: pakistan; pakistani
pl: poland; polish, pole, poles|ps: palestine; palestinian|pt: portugal; portuguese|py: paraguay; paraguayan|qa: qatar; qatari
ro: romania; romanian|rs: serbia; serbian, serb, serbs|ru: russia, russian federation; russian|rw: rwanda; rwandan|sa: saudi arabia; saudi
sc: seychelles|sd: sudan; sudanese|se: sweden; swedish, swede, swedes|sg: singapore; singaporean|si: slovenia; slovenian, slovene, slovenes
sk: slovakia; slovak, slovaks|sl: sierra leone; sierra leonean|sn: senegal; senegalese|so: somalia; somali|ss: south sudan; south sudanese
sv: el salvador; salvadoran|sy: syria; syrian|td: chad; chadian|tg: togo; togolese|th: thailand; thai, thais|tj: tajikistan; tajik, tajiks
tm: turkmenistan; turkmen|tn: tunisia; tunisian|tr: turkey, turkiye; turkish, turk, turks|tt: trinidad and tobago|tw: taiwan; taiwanese
tz: tanzania; tanzanian|ua: ukraine; ukrainian|ug: uganda; ugandan|us: united states, united states of america, usa, us, america; american
uy: uruguay; uruguayan|uz: uzbekistan; uzbek, uzbeks|va: vatican, holy see|ve: venezuela; venezuelan|vn: vietnam; vietnamese
xk: kosovo; kosovar, kosovars|ye: yemen; yemeni|za: south africa; south african|zm: zambia; zambian|zw: zimbabwe; zimbabwean
eu: european union, eu|un: united nations, un|europe: europe; european|africa: africa; african|asia: asia; asian
`

// Forms that are common words or first names when written small.
const onlyCapital = new Set([
  'us',
  'turkey',
  'polish',
  'pole',
  'poles',
  'chad',
  'jordan',
  'swede',
  'dane',
  'finn',
  'un',
  'america',
])

function plural(nationality: string): string[] {
  return /[nir]$/.test(nationality) ? [nationality, `${nationality}s`] : [nationality]
}

const byForm = new Map<string, string>()
for (const entry of table.trim().split(/[|\n]/)) {
  const [code = '', forms = ''] = entry.split(/:\s*/)
  const [names = '', nationalities = ''] = forms.split(/;\s*/)
  for (const form of names.split(/,\s*/)) byForm.set(form, code)
  for (const form of nationalities.split(/,\s*/).flatMap(plural)) if (form !== '') byForm.set(form, code)
}

const longestFrom = new Map<string, number>()
for (const form of byForm.keys()) {
  const parts = form.split(' ')
  const first = parts[0] ?? ''
  longestFrom.set(first, Math.max(parts.length, longestFrom.get(first) ?? 0))
}

/** The greatest number of words in a form of a country's name that begins with a folded word; 0 where none does. */
export function longestCountryForm(first: string): number {
  return longestFrom.get(first) ?? 0
}

/**
 * The ISO 3166 code (also `eu`, `un` and three continents) of the country that a folded form names, by its name or its nationality, or
 * undefined. `capital` tells whether it is written with a capital letter, as "US", "Turkey" and "Polish" must be.
 */
export function countryOf(folded: string, capital: boolean): string | undefined {
  return capital || !onlyCapital.has(folded) ? byForm.get(folded) : undefined
}
