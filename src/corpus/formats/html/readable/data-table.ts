import { attributeOf, elementsBelow, type TreeElement, textOf } from '../tree/page-tree.ts'

// Old pages use tables to arrange their parts. Only a table of data has rows that are read as one paragraph each.

const arranged = new Set('table article aside section form blockquote pre h1 h2 h3 h4 h5 h6 nav figure'.split(' '))
const blocks = new Set('p div ul ol dl'.split(' '))
const marks = new Set(['th', 'thead', 'caption'])
const maxCellLength = 300
const minRows = 2
const minColumns = 2

function rowCells(row: TreeElement): number {
  return elementsBelow(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th').length
}

/** Whether a table shows data in rows and columns. */
export function isDataTable(table: TreeElement): boolean {
  const role = attributeOf(table, 'role')
  if (role === 'presentation' || role === 'none' || attributeOf(table, 'datatable') === '0') return false
  const below = elementsBelow(table)
  if (below.some(({ tagName }) => arranged.has(tagName))) return false
  const cells = below.filter(({ tagName }) => tagName === 'td' || tagName === 'th')
  if (cells.length === 0 || cells.some((cell) => textOf(cell).trim().length > maxCellLength)) return false
  if (below.some(({ tagName }) => marks.has(tagName))) return true
  const rows = below.filter(({ tagName }) => tagName === 'tr')
  const isGrid = rows.length >= minRows && rows.every((row) => rowCells(row) >= minColumns)
  return isGrid && !below.some(({ tagName }) => blocks.has(tagName))
}

/** Whether a row of a table names its columns. */
export function isHeaderRow(row: TreeElement): boolean {
  const cells = elementsBelow(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th')
  return cells.length > 1 && cells.every(({ tagName }) => tagName === 'th')
}
