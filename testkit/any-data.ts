import fc from 'fast-check'

const key = fc.string({ minLength: 1, unit: 'grapheme-ascii' }).filter((name) => name !== '__proto__')

/** Plain data: these values, lists and objects of data, and what `more` makes of data. */
export function anyData(
  values: fc.Arbitrary<unknown>,
  more: (data: fc.Arbitrary<unknown>) => readonly fc.Arbitrary<unknown>[],
): fc.Arbitrary<unknown> {
  return fc.letrec<{ data: unknown }>((tie) => ({
    data: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      values,
      fc.array(tie('data')),
      fc.dictionary(key, tie('data'), { noNullPrototype: true }),
      ...more(tie('data')),
    ),
  })).data
}
