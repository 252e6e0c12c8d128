import type { TreeElement } from '../tree/page-tree.ts'

// Names that pages use for readers' comments, in classes, ids, element names, labels, roles and structured data.

const before =
  'all|approved|article|best|blog|child|discourse|entry|facebook|featured|guest|latest|level|nested|new|newest|node|page|' +
  'parent|post|public|readers?|recent|show|site|social|story|the|top|users?|view|visitors?'
const after =
  'area|author|blocks?|body|box|boxes|cards?|column|containers?|contents?|embed|entry|feed|footer|form|group|head|header|heading|' +
  'holder|id|inner|items?|list|lists|listing|loader|main|meta|module|outer|pane|panel|placeholder|plugin|region|reply|replies|' +
  'respond|root|row|sections?|stream|system|tab|template|text|threads?|title|tree|views?|widget|wrap|wrapper|zone'
/** A name that means "comments", with words before and after it that say whose comments, which ones, or what contains them. */
const commentName = new RegExp(`^(?:\\d|${before})*(?:comments?|replies|talkbacks?)(?:\\d|${after})*$`)
/** The names that widely used comment systems give to the container of their comments. */
const commentSystem =
  /^(?:disqus(?:thread|comments?|container)?|livefyre|hyvortalk(?:view|comments)?|intensedebate|idc(?:container|thread)|issothread|commento|coralthread|spotim\w*|remark42|utterances|giscus|cusdisthread|viafoura)$/
const maxNameLength = 60

const namingAttributes = new Set('class id data-component data-module data-qa data-test-id data-testid'.split(' '))

const commentType = /^(?:https?:\/\/)?(?:schema\.org\/|schema:|sioct?:)?(?:User)?Comments?$/i
/** Many sites prefix each name with their own ("gh-comments"). With one of these words before "comments", the name means something else. */
const otherMeaning = new Set(
  (
    'no non not has have is with without allow allows enable disable open close closed hide toggle load category cat tag tags type ' +
    'topic format status expert experts editor editors author authors'
  ).split(' '),
)
const heldComments = new RegExp(`^(?:${before})*comment(?:s|s?(?:${after})+)$`)
const firstWord = /^([a-z]+|[A-Z][a-z]+)(?:[-_]+|(?=[A-Z]))(?=.)/

/** The words of a name without separators: `comment-list`, `comment_list`, `CommentList` and `comment list` are the same. */
function squeezed(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** After a double sign, a name has a part, a state, or a number that a build tool added: `Comments_list__x3Yz`. */
const afterDoubleSign = /(?:__|--).*$/

function isCommentName(name: string): boolean {
  if (name.length > maxNameLength) return false
  return saysCommentsAlone(name) || saysCommentsAlone(name.replace(afterDoubleSign, ''))
}

function saysCommentsAlone(name: string): boolean {
  const word = squeezed(name)
  if (commentName.test(word) || commentSystem.test(word)) return true
  const [opening = '', first = ''] = firstWord.exec(name) ?? []
  return (
    first !== '' && !otherMeaning.has(first.toLowerCase()) && heldComments.test(squeezed(name.slice(opening.length)))
  )
}

/** Whether any word of an attribute's value passes a test. */
export function someWord(value: string, test: (word: string) => boolean): boolean {
  return value.split(/\s+/).some(test)
}

/** Whether a page's names mark an element as readers' comments, or as one of them. */
export function saysComments(element: TreeElement): boolean {
  if (isCommentName(element.tagName)) return true
  return element.attrs.some(({ name, value }) => {
    if (namingAttributes.has(name)) return someWord(value, isCommentName)
    if (name === 'itemprop' || name === 'property')
      return someWord(value, (word) => /^(?:schema:)?comments?$/i.test(word))
    if (name === 'itemtype' || name === 'typeof') return someWord(value, (word) => commentType.test(word))
    if (name === 'role') return value.trim().toLowerCase() === 'comment'
    return name === 'aria-label' && isCommentName(value)
  })
}
