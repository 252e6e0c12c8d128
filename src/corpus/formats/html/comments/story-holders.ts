import { attributeOf, isElement, type TreeElement, type TreeNode } from '../tree/page-tree.ts'
import { saysComments, someWord } from './comment-names.ts'

const titles = new Set(['h1', 'h2', 'h3'])

function hasTitle(element: TreeElement): boolean {
  return element.childNodes.some((child) => isElement(child) && (titles.has(child.tagName) || hasTitle(child)))
}

/** Papers call an opinion piece a comment: one article with a title is the story, several with such a name are readers' comments. */
function isStory(article: TreeElement, articles: readonly TreeElement[]): boolean {
  return !saysComments(article) || (hasTitle(article) && articles.filter(saysComments).length === 1)
}

function storyMarks(elements: readonly TreeElement[]): TreeElement[] {
  const articles = elements.filter(({ tagName }) => tagName === 'article')
  return [
    ...elements.filter(({ tagName }) => tagName === 'h1').slice(0, 1),
    ...elements.filter(({ tagName }) => tagName === 'main' || tagName === 'body'),
    ...elements.filter((element) => someWord(attributeOf(element, 'itemprop') ?? '', (word) => word === 'articleBody')),
    ...articles.slice(0, 1).filter((article) => isStory(article, articles)),
  ]
}

/**
 * The elements that contain the story according to a page's tags: its first `h1`, its `main`, its first article or its `articleBody`, and
 * all their ancestors.
 */
export function storyHolders(elements: readonly TreeElement[]): ReadonlySet<TreeElement> {
  const holders = new Set<TreeElement>()
  for (const mark of storyMarks(elements)) {
    let holder: TreeNode | null = mark
    while (holder !== null && isElement(holder) && !holders.has(holder)) {
      holders.add(holder)
      holder = holder.parentNode
    }
  }
  return holders
}
