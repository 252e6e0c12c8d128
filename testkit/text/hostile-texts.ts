/** Texts that try to be more than text in Discord, the same ones at every run. */

const fragments: readonly string[] = [
  '@everyone',
  '@here',
  '<@1100000000000000011>',
  '<@!1100000000000000011>',
  '<@&1100000000000000100>',
  '<#1100000000000000101>',
  '<t:1700000000:R>',
  '<:smile:1100000000000000300>',
  '<a:wave:1100000000000000301>',
  '</ask:1100000000000000302>',
  '<id:customize>',
  '[free nitro](https://evil.example/a_b_c)',
  '[https://bank.example](<https://evil.example>)',
  '[a](b)[c](d)',
  '<https://evil.example>',
  'https://evil.example/_x_*y*',
  'discord.gg/abcdef',
  'mailto:someone@evil.example',
  'www.evil.example',
  '```js\nprocess.exit()\n```',
  '```',
  '``a`b``',
  '`',
  '||spoiler||',
  '||',
  '~~gone~~',
  '**bold**',
  '*it*',
  '__under__',
  '_it_',
  '***',
  '\\',
  '\\\\*',
  '\\u{202e}',
  '# heading',
  '## heading',
  '### heading',
  '-# small',
  '> quote',
  '>>> quote',
  '- item',
  '* item',
  '+ item',
  '1. item',
  '12) item',
  '   - deep',
  '\n# next',
  '\n> next',
  '\n- next',
  '\n-# next',
  '\n1. next',
  ':smile:',
  ':100:',
  'a:b:c',
  '¯\\_(ツ)_/¯',
  '\u202eevil\u202c',
  '\u2066x\u2069',
  '\u200f\u200e',
  '\u061c',
  '\u0000',
  '\u0007\u001b[31m',
  '\u2028',
  '\u2029',
  '\u0085',
  '\ufeff',
  '\u200b@everyone',
  '\u{e0041}\u{e0042}',
  'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324a\u0329\u034el\u0325go',
  'e\u0301'.repeat(30),
  '漢字仮名交じり文。',
  '한국어 문장입니다.',
  'العربية نص',
  'עברית',
  'ไทย',
  '👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '\ud83d',
  '\udc00',
  '__proto__',
  'constructor',
  '$' + '{7*7}',
  '{{7*7}}',
  '%s%n',
  "'; DROP TABLE articles; --",
  '<script>alert(1)</script>',
  'null',
  'NaN',
  '[object Object]',
  '\r\n',
  '\t\t',
  '    ',
  '\u00a0',
  '\u3000',
  '"',
  '“',
  '”',
  '‘quoted’',
  '“He said ‘no’,” she said.',
  'US$1,000.50',
  '3.5%',
  'U.S.A.',
  '...',
  '…',
  '?!',
]

const long: readonly string[] = [
  '漢'.repeat(4000),
  '字。'.repeat(2000),
  'a'.repeat(6000),
  '*'.repeat(3000),
  '\\'.repeat(3000),
  '<@1>'.repeat(1500),
  '> '.repeat(2000),
  '\u202e'.repeat(900),
  'Sentence number one is here. '.repeat(300),
  `${'['.repeat(1000)}x${']('.repeat(1000)}`,
  '👨‍👩‍👧‍👦'.repeat(500),
  '- a\n'.repeat(800),
  'Z\u0351\u036b\u0343\u036a'.repeat(800),
]

/** A sequence of numbers from 0 to `below`, always the same (Lehmer's generator). */
function* numbers(): Generator<(below: number) => number, never> {
  let state = 20_251_122
  for (;;) {
    yield (below) => {
      state = (state * 48_271) % 2_147_483_647
      return state % below
    }
  }
}

/** `count` hostile texts: each fragment alone, the long ones, and mixtures. */
export function hostileTexts(count = 2000): readonly string[] {
  const next = numbers().next().value
  const pick = () => fragments[next(fragments.length)] ?? ''
  const joints = ['', ' ', ' and ', '\n', '. ']
  const mixture = () => Array.from({ length: 2 + next(8) }, () => pick() + (joints[next(joints.length)] ?? '')).join('')
  const first = [...fragments, ...long]
  return [...first, ...Array.from({ length: Math.max(0, count - first.length) }, mixture)].slice(0, count)
}
