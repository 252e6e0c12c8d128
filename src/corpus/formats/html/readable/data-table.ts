import { attributeOf, elementsBelow, type TreeElement, textOf } from '../tree/page-tree.ts'

// Old pages use tables for layout. Only in a table of data is each row read as one paragraph.

/** Elements that only a table for layout contains. */
const layoutElements = new Set(
  'table article aside section form blockquote pre h1 h2 h3 h4 h5 h6 nav figure'.split(' '),
)
/** Elements that make a table without marks one for layout. */
const blocks = new Set('p div ul ol dl'.split(' '))
/** Elements that only a table of data contains. */
const marks = new Set(['th', 'thead', 'caption'])
const maxCellLength = 300
const minRows = 2
const minColumns = 2

/** Whether an element is a cell of a table. */
export function isCell({ tagName }: TreeElement): boolean {
  return tagName === 'td' || tagName === 'th'
}

/** Whether a table shows data in rows and columns. */
export function isDataTable(table: TreeElement): boolean {
  const role = attributeOf(table, 'role')
  if (role === 'presentation' || role === 'none' || attributeOf(table, 'datatable') === '0') return false
  const below = elementsBelow(table)
  if (below.some(({ tagName }) => layoutElements.has(tagName))) return false
  const cells = below.filter(isCell)
  if (cells.length === 0 || cells.some((cell) => textOf(cell).trim().length > maxCellLength)) return false
  if (below.some(({ tagName }) => marks.has(tagName))) return true
  const rows = below.filter(({ tagName }) => tagName === 'tr')
  const isGrid = rows.length >= minRows && rows.every((row) => elementsBelow(row).filter(isCell).length >= minColumns)
  return isGrid && !below.some(({ tagName }) => blocks.has(tagName))
}

/** Whether a row of a table names its columns. */
export function isHeaderRow(row: TreeElement): boolean {
  const cells = elementsBelow(row).filter(isCell)
  return cells.length > 1 && cells.every(({ tagName }) => tagName === 'th')
}
