import fc from 'fast-check'

const pieces = [
  ...[
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    '(',
    ')',
    ' ',
    '\n',
    '\r\n',
    '\u2028',
    '\t',
    '\u00a0',
    '.',
    '. ',
    '…',
    '?',
    '! ',
    ', ',
    '—',
    '-',
  ],
  ...[
    'U.S. ',
    'Mr. ',
    'J. ',
    'a.m. ',
    'Ana',
    'Lima ',
    'said ',
    'the ',
    'I ',
    'É',
    'é',
    'e\u0301',
    '\u00ad',
    '\u200d',
    '\ufeff',
  ],
  ...[
    '1',
    '1,000',
    '3.5 ',
    '10th ',
    'million ',
    '$',
    '%',
    'twenty-six ',
    'May ',
    '2024-02-29',
    'in 1999 ',
    'Monday ',
    'New Zealand ',
  ],
  ...[
    '\ud800',
    '\udc00',
    '\u{1f600}',
    '\u202e',
    '\u0000',
    '\ufdfa',
    'İ',
    '가',
    '।',
    '#',
    '**',
    '__',
    '---\n',
    'key: value\n',
    'By ',
  ],
]

/** Strings of every sort: pieces that the rules of this floor look for, and any code units, lone surrogates too. */
export const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
)

/** The characters of a text that a reader sees, where white space is none. */
export function visible(text: string): string {
  return text.replace(/\s+/g, '')
}
