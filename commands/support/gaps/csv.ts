/** A field that a spreadsheet would run as a formula begins like this (OWASP, "CSV Injection"). */
const formula = /^[\s]*[=+\-@\uff0b\uff0d\uff1d\uff20\t\r]/u
const needsQuotes = /[",\r\n]/

function field(value: string | number): string {
  if (typeof value === 'number') return String(value)
  // With an apostrophe, it is text.
  const text = formula.test(value) ? `'${value}` : value
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as CSV (RFC 4180), for spreadsheets: with a byte order mark, by which they recognise UTF-8, and nothing in it is a formula. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`
}
