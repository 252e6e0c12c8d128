import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  PageDocument,
  type PageElement,
  type PageNode,
  PageText,
} from '../../../src/corpus/formats/html/readable/readable-dom.ts'

const part = { run: 0, isAfterBreak: false, within: null, form: null, cell: null }
const place = fc.nat({ max: 30 })
const change = fc.oneof(
  fc.record({ is: fc.constant('element' as const), into: place }),
  fc.record({ is: fc.constant('text' as const), into: place, text: fc.string({ maxLength: 3 }) }),
  fc.record({ is: fc.constant('move' as const), node: place, into: place }),
  fc.record({ is: fc.constant('replace' as const), node: place, by: place }),
  fc.record({ is: fc.constant('remove' as const), node: place }),
  fc.record({ is: fc.constant('read' as const), node: place }),
)

/** A tree of plain arrays, changed as the tree under test is. */
class Model {
  readonly children = new Map<PageNode, PageNode[]>()
  readonly parents = new Map<PageNode, PageElement>()

  detach(node: PageNode): void {
    const siblings = this.children.get(this.parents.get(node) ?? node) ?? []
    if (this.parents.has(node)) siblings.splice(siblings.indexOf(node), 1)
    this.parents.delete(node)
  }

  insert(node: PageNode, parent: PageElement, at: number): void {
    const siblings = this.children.get(parent) ?? []
    siblings.splice(at, 0, node)
    this.children.set(parent, siblings)
    this.parents.set(node, parent)
  }

  holds(node: PageNode, inside: PageNode): boolean {
    let holder: PageNode | undefined = inside
    while (holder !== undefined && holder !== node) holder = this.parents.get(holder)
    return holder === node
  }

  textOf(node: PageNode): string {
    return node instanceof PageText
      ? node.textContent
      : (this.children.get(node) ?? []).map((child) => this.textOf(child)).join('')
  }
}

test('an element stays consistent with its nodes whatever is moved, replaced or removed', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const document = new PageDocument(() => {})
      const model = new Model()
      const elements: PageElement[] = [document.createElement('i')]
      const nodes: PageNode[] = [...elements]
      const element = (at: number) => elements[at % elements.length] as PageElement
      const node = (at: number) => nodes[at % nodes.length] as PageNode
      const append = (added: PageNode, into: PageElement) => {
        if (model.holds(added, into)) return
        model.detach(added)
        model.insert(added, into, model.children.get(into)?.length ?? 0)
        into.appendChild(added)
      }
      for (const step of changes) {
        if (step.is === 'element' || step.is === 'text') {
          const added = step.is === 'text' ? new PageText(step.text, part, null) : document.createElement('i')
          nodes.push(added)
          if (!(added instanceof PageText)) elements.push(added)
          append(added, element(step.into))
        } else if (step.is === 'move') {
          append(node(step.node), element(step.into))
        } else if (step.is === 'replace') {
          const [old, by] = [node(step.node), node(step.by)]
          const parent = model.parents.get(old)
          if (parent === undefined || old === by || model.holds(by, parent)) continue
          model.detach(by)
          const at = (model.children.get(parent) ?? []).indexOf(old)
          model.detach(old)
          model.insert(by, parent, at)
          parent.replaceChild(by, old)
        } else if (step.is === 'remove') {
          model.detach(node(step.node))
          node(step.node).remove()
        } else {
          expect(node(step.node).textContent).toBe(model.textOf(node(step.node)))
        }
      }
      for (const each of elements) {
        const held = model.children.get(each) ?? []
        expect(each.childNodes).toEqual(held)
        expect(each.textContent).toBe(model.textOf(each))
        expect([each.firstChild, each.lastChild]).toEqual([held[0] ?? null, held.at(-1) ?? null])
        expect(held.map((child) => child.nextSibling)).toEqual(held.map((_, at) => held[at + 1] ?? null))
        expect(held.map((child) => child.previousSibling)).toEqual(held.map((_, at) => held[at - 1] ?? null))
        const inside = held.filter((child) => !(child instanceof PageText))
        expect(each.children).toEqual(inside)
        expect(each.getElementsByTagName('i').filter((child) => child.parentNode === each)).toEqual(inside)
        expect(each.querySelectorAll('p,i')).toEqual(each.getElementsByTagName('*'))
      }
    }),
    { numRuns: 300 },
  )
})

test('a body gets its content back unchanged', () => {
  const document = new PageDocument(() => {})
  const body = document.appendChild(document.createElement('html')).appendChild(document.createElement('body'))
  const paragraph = body.appendChild(document.createElement('p'))
  paragraph.setAttribute('class', 'a')
  paragraph.appendChild(
    new PageText(
      'The boat sails.',
      { run: 7, isAfterBreak: true, within: null, form: null, cell: null },
      { start: 3, end: 18 },
    ),
  )
  const kept = body.innerHTML
  paragraph.remove()
  for (const _ of ['once', 'again']) {
    body.innerHTML = kept
    expect(body.textContent).toBe('The boat sails.')
    expect(body.children.map(({ className }) => className)).toEqual(['a'])
    expect(body.children[0]?.childNodes).toMatchObject([{ part: { run: 7 }, source: { start: 3, end: 18 } }])
    body.children[0]?.remove()
  }
})
