import type { ParagraphForm, ParagraphKind } from '../../article/article.ts'
import { RunNumbering, type RunPart } from '../html/readable/run-numbering.ts'
import { sectionOf } from '../html/readable/sections.ts'
import { displayOf, displaysChildren, isPreformatted } from '../html/tree/display.ts'
import { isElement, parseFragment, type TreeElement, type TreeNode } from '../html/tree/page-tree.ts'
import { foldBlanks } from './fold-blanks.ts'

// Loaded only if a Markdown text has HTML with text in it.

/** A text of an HTML block between two block boundaries. */
export interface HtmlText {
  readonly text: string
  readonly form: ParagraphForm | null
  readonly kind: ParagraphKind | null
  readonly level: number | null
}

interface Place {
  readonly within: RunPart['within']
  readonly form: ParagraphForm | null
  readonly level: number | null
  readonly isInPre: boolean
}

interface Run extends Place {
  readonly run: number
  text: string
}

const headingLevel = /^h([1-6])$/

function kindOf({ within, isInPre }: Place): ParagraphKind | null {
  if (within === 'navigation' || isInPre) return 'boilerplate'
  return within
}

function inside(element: TreeElement, place: Place): Place {
  const { tagName } = element
  const level = headingLevel.exec(tagName)?.[1]
  return {
    within: place.within ?? sectionOf(tagName),
    form: place.form ?? (tagName === 'blockquote' ? 'quote' : tagName === 'li' ? 'item' : null),
    level: place.level ?? (level === undefined ? null : Number(level)),
    isInPre: place.isInPre || isPreformatted(element),
  }
}

/**
 * The displayed texts of an HTML block of a Markdown text, in order.
 * @throws BadFile if it has too many elements, or nests them too deep.
 */
export function htmlTexts(html: string): HtmlText[] {
  const numbering = new RunNumbering()
  const runs: Run[] = []
  const add = (text: string, place: Place): void => {
    for (const part of numbering.parts(text, {
      within: place.within,
      form: place.form,
      cell: null,
      isPreformatted: place.isInPre,
    })) {
      const shown = place.isInPre ? part.text : part.text.replace(/\s+/g, ' ')
      const last = runs.at(-1)
      if (last?.run === part.run) last.text += part.isAfterBreak ? `\n${shown}` : shown
      else runs.push({ ...place, run: part.run, text: shown })
    }
  }
  const visit = (node: TreeNode, place: Place): void => {
    if (node.nodeName === '#text' && 'value' in node) add(node.value, place)
    if (!isElement(node)) return
    const display = displayOf(node, false)
    if (display === 'none') return
    if (display === 'block') numbering.blockBoundary()
    if (node.tagName === 'br') numbering.lineBreak()
    if (displaysChildren(node)) for (const child of node.childNodes) visit(child, inside(node, place))
    if (display === 'block') numbering.blockBoundary()
  }
  const outside: Place = { within: null, form: null, level: null, isInPre: false }
  for (const node of parseFragment(html).childNodes) visit(node, outside)
  return runs
    .map((run) => ({
      text: foldBlanks(run.text).trim(),
      form: run.form,
      kind: kindOf(run),
      level: run.level,
    }))
    .filter(({ text }) => text !== '')
}
