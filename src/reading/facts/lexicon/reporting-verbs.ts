const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Verbs that report what someone said or found. Source: VerbNet 3, say-37.7, tell-37.2, declare-29.4, indicate-78. */
const reporting =
  'say says said saying tell tells told state states stated stating announce announces announced announcing report reports ' +
  'reported reporting add adds added adding note notes noted noting claim claims claimed claiming warn warns warned warning ' +
  'insist insists insisted insisting stress stresses stressed stressing emphasise emphasised emphasising emphasize emphasized ' +
  'emphasizing explain explains explained explaining argue argued argues arguing declare declared declares declaring confirm ' +
  'confirmed confirms confirming write wrote written writes indicate indicated indicates mention mentioned mentions reveal ' +
  'revealed reveals disclose disclosed acknowledge acknowledged acknowledges admit admitted admits estimate estimated estimates ' +
  'believe believes believed think thinks thought suggest suggested suggests allege alleged alleges assert asserted maintain ' +
  'maintained reiterate reiterated reaffirm reaffirmed underscore underscored underline underlined remark remarked tweet tweeted'

export const reportingVerbs = set(reporting)

/** The same as a pattern's alternatives, for the forms that stand behind a speaker. */
export const reportingPattern = [...reportingVerbs].filter((word) => !word.endsWith('ing')).join('|')

/** The forms in -ing as a pattern's alternatives. */
export const reportingGoing = [...reportingVerbs].filter((word) => word.endsWith('ing')).join('|')

/** Words that order the text and say nothing of the world. Source: conjunctive and stance adverbs of any grammar of English. */
export const discourseWords = set(`
cannot during within across amid among despite toward towards upon behind beyond via against along alongside throughout outside inside
meanwhile however earlier later recently further furthermore additionally moreover currently previously already still according
reportedly allegedly apparently separately separate development also yet now then instead therefore thus including include
includes included overall stay stays stayed staying remain remains remained remaining still yet least about nearly almost roughly around approximately more over fewer less most up another
statement report reports morning so-called ahead early late day days week weeks month months today yesterday tomorrow tonight
overnight monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december`)

/** Words that make a claim less sure, or a number less exact. */
export const hedges = set(`
reportedly allegedly apparently possibly probably likely perhaps maybe about nearly almost roughly around approximately some
least most up over more than fewer less under estimated`)
