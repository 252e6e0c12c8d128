import type { MetadataField } from '../../answer/item.ts'

/** Which article a question is about. */
export type AskedArticle =
  /** The one that is searched: "this", "the article". */
  | { readonly kind: 'this' }
  /**
   * The one that these words are the title of, or, with `isTopic`, that is about them. `isArticle`: the question calls it an article. Otherwise
   * it may be anything that somebody writes or publishes.
   */
  | { readonly kind: 'named'; readonly words: string; readonly isTopic: boolean; readonly isArticle: boolean }

/** A question about what is known about an article. */
export interface MetadataQuestion {
  readonly field: MetadataField
  readonly article: AskedArticle
}

const outlets = '(?:newspaper|paper|outlet|magazine|site|website|blog|publication|publisher|journal|news agency)'
const writers = '(?:author|authors|writer|writers|byline)'
const links = '(?:link|url|web ?address|web ?link|permalink)'
const publicationDate = '(?:publication date|publishing date|date of publication|release date)'
const is = '(?:is|are|was|were)'

interface Form {
  readonly field: MetadataField
  readonly pattern: RegExp
  /** Whether the question is about metadata only if it calls what it asks about an article: a vote, too, has a date. */
  readonly needsArticle?: true
}

const form = (field: MetadataField, pattern: string): Form => ({ field, pattern: new RegExp(`^${pattern}$`, 'iu') })

/** The first group of each pattern is the article. */
const forms: readonly Form[] = [
  form('author', `(?:who|which (?:author|writer|journalist|reporter|blogger)s?) (?:wrote|authored|penned) (.+)`),
  form('author', `(?:who ${is} |what ${is} )?(?:the )?(?:name of the )?${writers} (?:of|behind) (.+)`),
  form('author', `who ${is} (.+?) (?:written|authored) by`),
  form('author', `by whom ${is} (.+?) (?:written|authored)`),
  form('author', `(?:who|what) ${is} (.+?)['\u2019]s? ${writers}`),
  form('date', `(?:when|on (?:what|which) (?:day|date)) ${is} (.+?) (?:first )?(?:published|written|posted)`),
  form('date', `(?:what ${is} )?(?:the )?${publicationDate} (?:of|for) (.+)`),
  form('date', `what ${is} (.+?)['\u2019]s? ${publicationDate}`),
  { ...form('date', `(?:what ${is} )?(?:the )?date (?:of|on|for) (.+)`), needsArticle: true },
  { ...form('date', 'when did (.+?) (?:appear|come out)'), needsArticle: true },
  form(
    'outlet',
    `(?:where|(?:in|by|on) (?:which|what) ${outlets}) ${is} (.+?) (?:first )?(?:published|posted|printed)`,
  ),
  form('outlet', `(?:what|which) ${outlets} ${is} (.+?) (?:from|in)`),
  form('outlet', `(?:who|(?:which|what) ${outlets}) (?:published|printed|ran|carried) (.+)`),
  form('outlet', `(?:(?:who|what) ${is} )?(?:the )?(?:outlet|publisher) (?:of|for) (.+)`),
  { ...form('outlet', `(?:where|in (?:which|what) ${outlets}) did (.+?) appear`), needsArticle: true },
  form('url', `(?:what ${is} |is there |give me |show me |send me )?(?:the |a |an )?${links} (?:of|to|for) (.+)`),
  form('url', `what ${is} (.+?)['\u2019]s? ${links}`),
]

const noun =
  '(?:(?:news|blog|newspaper|magazine|opinion|online) ?)?(?:articles?|posts?|pieces?|story|stories|write-?ups?|op-?eds?)'
const determiner = '(?:the|this|that|these|those|your|an?)'
const thisArticle = new RegExp(`^(?:this|that|it|(?:the|this|that) ${noun})$`, 'iu')
const topicForms = [
  new RegExp(`^(?:${determiner} )?${noun} (?:about|on|regarding|concerning|covering) (.+)$`, 'iu'),
  new RegExp(`^(?:${determiner} )?(.+) ${noun}$`, 'iu'),
]
const titleForm = new RegExp(
  `^(?:${determiner} )?${noun} (?:(?:that is |which is )?(?:titled|entitled|called|named|headlined|with the (?:title|headline)) )?(.+)$`,
  'iu',
)
const outerQuotes = /^["\u201c\u201d\u201e\u00ab'\u2018](.+)["\u201c\u201d\u00bb'\u2019]$/u
const closingMarks = /[\s?!.,;:\u2026]+$/u

function withoutQuotes(text: string): string {
  return (outerQuotes.exec(text)?.[1] ?? text).replace(closingMarks, '')
}

function askedArticle(typed: string): AskedArticle {
  const text = typed.trim()
  if (thisArticle.test(text)) return { kind: 'this' }
  for (const topic of topicForms) {
    const words = topic.exec(text)?.[1]
    if (words !== undefined) return { kind: 'named', words: withoutQuotes(words), isTopic: true, isArticle: true }
  }
  const title = titleForm.exec(text)?.[1]
  const words = withoutQuotes(title ?? text)
  return { kind: 'named', words, isTopic: false, isArticle: title !== undefined }
}

/** Reads a question as one about an article's author, date, outlet or address; null if its words do not ask for any. */
export function readMetadataQuestion(question: string): MetadataQuestion | null {
  const text = question.replace(closingMarks, '')
  for (const { field, pattern, needsArticle } of forms) {
    const typed = pattern.exec(text)?.[1]
    if (typed === undefined) continue
    const article = askedArticle(typed)
    if (needsArticle !== true || article.kind === 'this' || article.isArticle) return { field, article }
  }
  return null
}
