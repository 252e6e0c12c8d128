import { normalise } from '../../../language/tokens/normalise.ts'
import { type AskingVerb, askingVerb } from './asking-verb.ts'
import { type SmallTalk, smallTalkOf, unwrap } from './asking-words.ts'
import { plainForm } from './plain-form.ts'

/** What a message wants. */
export type Intent =
  /** A short reply about the bot or its articles. */
  | { readonly kind: 'small-talk'; readonly of: SmallTalk }
  /** What someone said, perhaps about something. `asksWhether`: whether they said it at all. */
  | {
      readonly kind: 'statements'
      readonly text: string
      readonly speaker: string
      readonly topic: string
      readonly asksWhether: boolean
    }
  /** Who said some words. */
  | { readonly kind: 'who-said'; readonly text: string }
  /** What someone wants, rejects or warns of. `topic` is what follows "from" or "of". `otherwise`: what else the message may ask. */
  | {
      readonly kind: 'stance'
      readonly text: string
      readonly speaker: string
      readonly topic: string
      readonly verb: AskingVerb
      readonly otherwise: Exclude<Intent, { kind: 'stance' }>
    }
  /** What the articles report on a topic; `newest`: the newest first. */
  | { readonly kind: 'topic'; readonly text: string; readonly topic: string; readonly newest: boolean }
  /** Anything else. */
  | { readonly kind: 'question'; readonly text: string }

const said = `(?:say|says|said|saying|tell|told|state|stated|comment|commented|claim|claimed|explain|explained|announce|announced|answer|answered|reply|replied|respond|responded|react|reacted|think|thinks)`
const about = `(?:about|on|regarding|concerning|of|over)`
const auxiliary = `(?:did|does|do|has|have|had|was|is|were|are)`

/** Patterns of a question about what someone said: the first group is the speaker, the second, if any, what it is about. */
const statementForms: readonly RegExp[] = [
  new RegExp(
    String.raw`^what (?:else )?(?:exactly )?${auxiliary} (.{2,80}?) (?:have to |had to )?${said}(?: (?:to|when|after|before)\b[^?]*?)?(?: ${about} (.+))?$`,
    'iu',
  ),
  new RegExp(`^how ${auxiliary} (.{2,80}?) (?:react|respond|reply|answer)(?:ed)?(?: (?:to|${about}) (.+))?$`, 'iu'),
  new RegExp(
    String.raw`^what (?:is|was|were|are) (.{2,80}?)['\u2019]s? (?:reaction|response|reply|answer|comment|comments|statement|statements|words|view|views|opinion|position|take)(?: (?:to|${about}) (.+))?$`,
    'iu',
  ),
  new RegExp(
    `^what (?:is|was|were|are) the (?:reaction|response|reply|answer|comments?|statements?|words|views?|opinion|position) of (.{2,60}?)(?: (?:to|${about}) (.+))?$`,
    'iu',
  ),
  /^(?:any )?(?:quotes?|quotations?|statements?|comments?) (?:by|from|of) (.{2,60}?)(?: (?:about|on|regarding) (.+))?$/iu,
  new RegExp(`^what (.{2,60}?) (?:said|says)(?: ${about} (.+))?$`, 'iu'),
]
const whetherForms: readonly RegExp[] = [
  new RegExp(
    `^(?:did|does|has|have|had) (.{2,60}?) (?:ever )?(?:say|said|comment|commented)(?: (?:anything|something|a word))?(?: to [^?]*?)?(?: ${about} (.+))$`,
    'iu',
  ),
  /^(?:did|does|has|have|had) (.{2,60}?) (?:ever )?(?:say|said)(?: that)? (.+)$/iu,
]
const whoSaid =
  /^who(?:m|se)? (?:has |have |had |was it (?:that|who) )?(?:said|says|say|told|tells|stated|claimed|claims|called|described|warn(?:s|ed)|insist(?:s|ed)|argue[sd]|thinks?|thought|believe[sd]?|hope[sd]|expects|expected|want(?:s|ed)?|denie[sd]|announced|promise[sd]|suggest(?:s|ed)|complain(?:s|ed)|predict(?:s|ed)|admit(?:s|ted)|vow(?:s|ed)|stress(?:es|ed)|threaten(?:s|ed))\b./iu
const stance =
  /^what (?:else )?(?:does|did|do|has|have|is|are|was|were) (.{2,60}?) (\p{L}+)(?: (?:for|of|against|about|on|(?:from|of) (.{2,60})))?$/iu
const topicForms: readonly (readonly [RegExp, boolean])[] = [
  [
    /^(?:what(?: is| are|'s)? |is there |are there )?(?:the |any )?(?:latest|newest|most recent|recent|new)(?: (?:news|developments?|updates?|info|information))?(?: (?:on|about|from|in|with|regarding|of)) (.+)$/iu,
    true,
  ],
  [/^(?:is there |are there )?(?:any |some |the )?(?:news|updates?) (?:on|about|from|in|regarding) (.+)$/iu, true],
  [/^what is new (?:in|with|about|on|at) (.+)$/iu, true],
  [/^(?:what (?:is|was) (?:happening|going on)|what has been happening) (?:in|with|at|on|to|about) (.+)$/iu, true],
  [/^(?:about|on|regarding|concerning) (.+)$/iu, false],
  // What happened to several things together, or in a year, is a question about one event.
  [/^what (?:has |had )?(?:happened|occurred) (?:in|at|to|with|on) ((?:the )?[^\s\d]+)$/iu, false],
  [/^(?:what|how) about (.+)$/iu, false],
  [
    /^(?:tell (?:me|us) |talk |say |explain )?(?:more |everything |anything |something |all )(?:about|on|regarding) (.+)$/iu,
    false,
  ],
  [
    /^(?:what )?(?:do|can) (?:you|we|the articles|they) (?:know|say|tell me|report|write)(?: anything| something)? (?:about|on|of) (.+)$/iu,
    false,
  ],
  [
    /^what (?:do|does|did) (?:the |these )?(?:articles?|papers?|news) (?:say|report|write|mention) (?:about|on|of) (.+)$/iu,
    false,
  ],
  [/^what (?:is|are) (?:the )?(?:facts|news|details|story|background) (?:about|on|of|behind) (.+)$/iu, false],
  [
    /^(?:give me |show me |i want |i need )?(?:a |the |some |any |all |more )?(?:info|infos|information|details|facts|summary|overview|background|story)(?: (?:on|about|of|for|regarding)) (.+)$/iu,
    false,
  ],
  [/^(?:summari[sz]e|describe|explain) (.+)$/iu, false],
]
const closingMarks = /[\s?!.,;:\u2026]+$/u
const blankEdges = /^\s+|\s+$/g

function match(forms: readonly RegExp[], text: string): readonly [string, string] | null {
  for (const form of forms) {
    const found = form.exec(text)
    if (found !== null) return [(found[1] ?? '').replace(blankEdges, ''), (found[2] ?? '').replace(blankEdges, '')]
  }
  return null
}

/** Words that ask for somebody without a name: no speaker can be found by them. */
const nobody =
  /^(?:he|she|they|it|you|we|i|people|anyone|anybody|someone|somebody|everyone|nobody|the articles?|that|this|there)$/iu

/** Reads what a message wants from its words alone. */
export function readIntent(input: string): Intent {
  const otherwise = readPlainIntent(input)
  if (otherwise.kind !== 'question' && (otherwise.kind !== 'statements' || otherwise.topic !== '')) return otherwise
  const [, speaker, typed, topic = ''] = stance.exec(otherwise.text.replace(closingMarks, '')) ?? []
  const verb = typed === undefined ? null : askingVerb(typed)
  if (speaker === undefined || verb === null || verb.kind === 'plain' || nobody.test(normalise(speaker)))
    return otherwise
  return { kind: 'stance', text: otherwise.text, speaker, topic, verb, otherwise }
}

function readPlainIntent(input: string): Exclude<Intent, { kind: 'stance' }> {
  const asIs = smallTalkOf(plainForm(input)) ?? smallTalkOf(input)
  if (asIs !== null) return { kind: 'small-talk', of: asIs }
  const text = plainForm(unwrap(input))
  const unwrapped = smallTalkOf(text)
  if (unwrapped !== null) return { kind: 'small-talk', of: unwrapped }
  const bare = text.replace(closingMarks, '')
  if (whoSaid.test(bare)) return { kind: 'who-said', text }
  for (const asksWhether of [false, true]) {
    const found = match(asksWhether ? whetherForms : statementForms, bare)
    if (found !== null && !nobody.test(normalise(found[0])))
      return { kind: 'statements', text, speaker: found[0], topic: found[1], asksWhether }
  }
  for (const [form, newest] of topicForms) {
    const topic = form.exec(bare)?.[1]
    if (topic !== undefined) return { kind: 'topic', text, topic, newest }
  }
  return { kind: 'question', text }
}

const asking =
  /\b(?:who|whom|whose|what|when|where|why|how|which|whether)\b|^(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|if|isn['\u2019]?t|aren['\u2019]?t|didn['\u2019]?t|doesn['\u2019]?t|hasn['\u2019]?t)\b|\?/iu
/** A last word that asks for one property of the topic, so that not every fact on it is an answer. */
const property =
  /\b(?:date|day|time|price|cost|costs|fee|age|height|length|size|weight|number|score|result|name|reason|cause)$/iu
const maxTopicWords = 6

/** Whether a text is only a topic or a name. */
export function isBareTopic(text: string): boolean {
  const bare = text.replace(closingMarks, '')
  return !asking.test(text) && !property.test(bare) && bare.split(' ').length <= maxTopicWords
}
