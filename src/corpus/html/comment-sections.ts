import { attributeOf, isElement, type TreeDocument, type TreeElement, type TreeNode, textOf } from './page-tree.ts'

// Readers' comments are told by what a page calls them: in classes, ids, names of elements, labels, roles and structured data.

const before =
  'all|approved|article|best|blog|child|discourse|entry|facebook|featured|guest|latest|level|nested|new|newest|node|page|' +
  'parent|post|public|readers?|recent|show|site|social|story|the|top|users?|view|visitors?'
const after =
  'area|author|blocks?|body|box|boxes|cards?|column|containers?|contents?|embed|entry|feed|footer|form|group|head|header|heading|' +
  'holder|id|inner|items?|list|lists|listing|loader|main|meta|module|outer|pane|panel|placeholder|plugin|region|reply|replies|' +
  'respond|root|row|sections?|stream|system|tab|template|text|threads?|title|tree|views?|widget|wrap|wrapper|zone'
/** A name that says "comments", with such words before and after it as say whose, which or what holds them. */
const commentName = new RegExp(`^(?:\\d|${before})*comments?(?:\\d|${after})*$`)
/** What widely used comment systems call the place of their comments. */
const commentSystem =
  /^(?:disqus(?:thread|comments?|container)?|livefyre|hyvortalk(?:view|comments)?|intensedebate|idc(?:container|thread)|issothread|commento|coralthread|spotim\w*|remark42|utterances|giscus|cusdisthread|viafoura)$/
const maxNameLength = 60

/** Elements that can hold comments: inline ones and paragraphs are words of the text (and comments in code). */
const containers = new Set(
  'article aside dd details div dl dt fieldset footer form li nav ol section table tbody td tr ul'.split(' '),
)
const namingAttributes = new Set('class id data-component data-module data-qa data-test-id data-testid'.split(' '))

const commentType = /^(?:https?:\/\/)?(?:schema\.org\/|schema:|sioct?:)?(?:User)?Comments?$/i
const headingElement = /^(?:h[1-6]|summary)$/
/** A heading of comments states their count, or asks for one: a story can have a section called "Comments". */
const commentHeading =
  /^(?:\d[\d.,]* (?:reader |user )?comments?\b.{0,40}|(?:reader |user )?comments? ?\(\d[\d.,]*\)|(?:reader|user) comments|(?:leave|post|add|write) (?:a |your )?(?:comment|reply))$/i

/** Many sites begin each name with their own ("gh-comments"); these words before "comments" say something else about an element. */
const otherMeaning = new Set(
  (
    'no non not has have is with without allow allows enable disable open close closed hide toggle load category cat tag tags type ' +
    'topic format status expert experts editor editors author authors'
  ).split(' '),
)
const heldComments = new RegExp(`^(?:${before})*comment(?:s|s?(?:${after})+)$`)
const firstWord = /^([a-z]+|[A-Z][a-z]+)(?:[-_]+|(?=[A-Z]))(?=.)/

/** The words of a name without what divides them: `comment-list`, `comment_list`, `CommentList` and `comment list` are one. */
function squeezed(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function isCommentName(name: string): boolean {
  if (name.length > maxNameLength) return false
  const word = squeezed(name)
  if (commentName.test(word) || commentSystem.test(word)) return true
  const [opening = '', first = ''] = firstWord.exec(name) ?? []
  return (
    first !== '' && !otherMeaning.has(first.toLowerCase()) && heldComments.test(squeezed(name.slice(opening.length)))
  )
}

function someWord(value: string, test: (word: string) => boolean): boolean {
  return value.split(/\s+/).some(test)
}

function saysComments(element: TreeElement): boolean {
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

/** The heading that an element begins with, its own or that of its `header`. */
function openingHeading(element: TreeElement): TreeElement | null {
  const first = element.childNodes.find((node) => isElement(node) || textOf(node).trim() !== '')
  if (first === undefined || !isElement(first)) return null
  if (first.tagName === 'header') return openingHeading(first)
  return headingElement.test(first.tagName) ? first : null
}

function hasCommentHeading(element: TreeElement): boolean {
  const heading = openingHeading(element)
  return heading !== null && commentHeading.test(textOf(heading).replace(/\s+/g, ' ').trim())
}

function elementsBelow(node: TreeNode, found: TreeElement[] = []): TreeElement[] {
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    if (!isElement(child)) continue
    found.push(child)
    elementsBelow(child, found)
  }
  return found
}

/** What a story is in, by its tags: no container of comments holds one of these. */
function storyMarks(elements: readonly TreeElement[]): TreeElement[] {
  const articles = elements.filter(({ tagName }) => tagName === 'article')
  const [first] = articles
  // One article is the story even if it is called a comment: papers call an opinion so. Several that are called so are comments.
  const isStory = first !== undefined && (!saysComments(first) || articles.filter(saysComments).length === 1)
  return [
    ...elements.filter(({ tagName }) => tagName === 'h1').slice(0, 1),
    ...elements.filter(({ tagName }) => tagName === 'main' || tagName === 'body'),
    ...elements.filter((element) => someWord(attributeOf(element, 'itemprop') ?? '', (word) => word === 'articleBody')),
    ...(isStory ? [first] : []),
  ]
}

/**
 * Finds the containers of readers' comments. An element that holds the page's first `h1`, its `main`, its first article or its
 * `articleBody` is none, whatever it is called.
 */
export function commentSections(page: TreeDocument): ReadonlySet<TreeElement> {
  const elements = elementsBelow(page)
  const holdsStory = new Set<TreeNode>()
  for (const mark of storyMarks(elements)) {
    let holder: TreeNode | null = mark
    while (holder !== null && !holdsStory.has(holder)) {
      holdsStory.add(holder)
      holder = 'parentNode' in holder ? holder.parentNode : null
    }
  }
  const found = new Set<TreeElement>()
  for (const element of elements) {
    if (holdsStory.has(element)) continue
    if (!containers.has(element.tagName) && !element.tagName.includes('-')) continue
    if (saysComments(element) || hasCommentHeading(element)) found.add(element)
  }
  return found
}
