import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { StartError } from '../../src/discord/gateway/start-error.ts'
import { describeError, errorSentence, errorText, ForeignError } from '../../src/log/describe-error.ts'

const secret = 'zebrafinch'

/** Texts with the secret somewhere in them. */
const secretText = fc.tuple(fc.string(), fc.string()).map(([before, after]) => `${before}${secret}${after}`)
const plain = [Error, TypeError, RangeError, ReferenceError] as const
const echoing = [SyntaxError, URIError, class OwnError extends TypeError {}] as const
const fieldNames = [
  'code',
  'status',
  'method',
  'url',
  'name',
  'path',
  'input',
  'requestBody',
  'rawError',
  'errors',
  'data',
]

/** Errors of all kinds, with the secret in whatever they hold; and things that are thrown without being errors. */
const fieldsOf = (minKeys: number) => fc.dictionary(fc.constantFrom(...fieldNames), secretText, { minKeys })

/**
 * Errors of all kinds with the secret in whatever they hold, where a plain one has at least one field; and things that are
 * thrown without being errors.
 */
const { thrown } = fc.letrec<{ thrown: unknown; cause: unknown }>((tie) => ({
  cause: fc.option(tie('thrown'), { nil: undefined, maxDepth: 4 }),
  thrown: fc.oneof(
    { maxDepth: 4 },
    secretText,
    fc.dictionary(fc.constantFrom(...fieldNames, 'message', 'stack'), secretText),
    fc
      .tuple(
        fc.oneof(fc.tuple(fc.constantFrom(...plain), fieldsOf(1)), fc.tuple(fc.constantFrom(...echoing), fieldsOf(0))),
        secretText,
        tie('cause'),
      )
      .map(([[Maker, fields], message, cause]) => Object.assign(new Maker(message, { cause }), fields)),
    fc
      .tuple(fc.array(tie('thrown'), { maxLength: 3 }), secretText)
      .map(([errors, message]) => new AggregateError(errors, message)),
  ),
}))

describe('the description of an error', () => {
  test('holds none of the data in an error, however deep', () => {
    fc.assert(
      fc.property(thrown, (error) => {
        const told = [JSON.stringify(describeError(error)), errorSentence(error), errorText(error)].join('\n')
        expect(told).not.toContain(secret)
      }),
    )
  })

  test('leaves out the message of a plain error while questions are answered', () => {
    const error = new Error(secret, { cause: new Error(secret) })
    expect(JSON.stringify(describeError(error, { keepsPlainMessages: false }))).not.toContain(secret)
  })

  test('keeps what a plain error says about the program, without what it quotes', () => {
    expect(describeError(new Error(`no "${secret}" in '${secret}' at 3`)).message).toBe('no … in … at 3')
    expect(describeError(new TypeError('rss is not a function')).message).toBe('rss is not a function')
  })

  test('keeps the program’s own error messages', () => {
    expect(describeError(new StartError('Set "HEALTH_PORT".')).message).toBe('Set "HEALTH_PORT".')
  })

  test.for([
    [
      'https://discord.com/api/v10/interactions/1/aW50:x/callback?with_response=false',
      '/interactions/:id/:token/callback',
    ],
    ['https://discord.com/api/v10/webhooks/1/aW5_-/messages/%40original', '/webhooks/:id/:token/messages/@original'],
    ['http://127.0.0.1:8/api/v10/applications/@me', '/applications/@me'],
    ['http://proxy.example/discord/api/v10/channels/12/messages', '/channels/:id/messages'],
    ['https://cdn.example/attachments/1/holiday.png', '/:token/:id/:token'],
    ['nowhere', undefined],
  ] as const)('names the route of %s', ([url, route]) => {
    expect(describeError(Object.assign(new Error(), { method: 'POST', url })).route).toBe(route)
  })

  test('names the causes, also of an AggregateError', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    const error = new TypeError('fetch failed', { cause: new AggregateError([refused, 'lost']) })
    expect(describeError(error)).toMatchObject({
      name: 'TypeError',
      cause: { name: 'AggregateError', errors: [{ name: 'Error', code: 'ECONNREFUSED' }, { name: 'string' }] },
    })
    expect(errorText(error)).toMatch(
      /^TypeError: fetch failed\n(?: {4}at .*\n)+caused by AggregateError\n(?: {4}at .*\n)+caused by Error \(ECONNREFUSED\)\n/,
    )
  })

  test('handles circular causes', () => {
    const error = new Error('first')
    error.cause = new Error('second', { cause: error })
    expect(JSON.stringify(describeError(error)).match(/second/g)?.length).toBeLessThan(4)
  })

  test('has the stack without lines of the message that look like a stack', () => {
    const { stack } = describeError(new SyntaxError(`bad\n    at ${secret} (/home/x.js:1:2)`))
    expect(stack).toMatch(/^ {4}at .*describe-error\.test\.ts:\d+:\d+\)?/)
    expect(stack).not.toContain(secret)
  })

  test('keeps the description of an error from another thread', () => {
    const description = { name: 'TypeError', stack: '    at ask (/app/ask.js:1:1)' }
    expect(describeError(new ForeignError(description))).toEqual(description)
    expect(describeError(new Error('no answer', { cause: new ForeignError(description) })).cause).toEqual(description)
  })

  test('works for anything that is thrown, and never throws itself', () => {
    const throwing = new Proxy(new Error(secret), {
      get: () => {
        throw new Error(secret)
      },
    })
    for (const odd of [null, undefined, 0, Symbol(secret), () => secret, throwing, Object.create(null)]) {
      expect(JSON.stringify(describeError(odd))).not.toContain(secret)
    }
  })
})
