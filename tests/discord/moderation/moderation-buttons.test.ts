import { describe, expect, test } from 'vitest'
import { createProgressMessage, progressLine } from '../../../src/discord/delivery/progress-message.ts'
import { createPending } from '../../../src/discord/moderation/expiring-map.ts'
import { answerRow, readModerationPress, stopRow } from '../../../src/discord/render/moderation-buttons.ts'
import { reindexSteps } from '../../../src/library/reindex/reindex.ts'

describe('what waits for a press', () => {
  test('is kept under a name that nobody can guess, until it is taken', () => {
    const pending = createPending<string>(3, 60_000)
    const [a, b] = [pending.add('a'), pending.add('b')]
    expect(a).toMatch(/^[0-9a-f]{32}$/)
    expect(a).not.toBe(b)
    expect(pending.look(a)).toBe('a')
    expect(pending.take(a)).toBe('a')
    expect([pending.take(a), pending.look(a), pending.look('__proto__'), pending.look(b)]).toEqual([
      undefined,
      undefined,
      undefined,
      'b',
    ])
  })

  test('is never more than so much: the latest stay', () => {
    const pending = createPending<number>(3, 60_000)
    const tokens = [1, 2, 3, 4, 5].map((value) => pending.add(value))
    expect(tokens.map((token) => pending.look(token))).toEqual([undefined, undefined, 3, 4, 5])
  })

  test('is gone when its time is over', async () => {
    const pending = createPending<string>(3, 1)
    const token = pending.add('a')
    await expect.poll(() => pending.look(token)).toBe(undefined)
  })
})

describe('the buttons of moderators’ work', () => {
  const token = 'a'.repeat(32)

  test('say what they do', () => {
    const row = answerRow(
      [
        { label: 'Remove', style: 'danger', change: null },
        { label: 'Leave it', style: 'plain', change: null },
      ],
      token,
    )
    expect(row.components.map(({ custom_id: id }) => readModerationPress(id))).toEqual([
      { does: 'answer', token, choice: 0 },
      { does: 'answer', token, choice: 1 },
    ])
    expect(stopRow(token).components.map(({ custom_id: id }) => readModerationPress(id))).toEqual([
      { does: 'stop', token },
    ])
  })

  test.for([
    '',
    'answer',
    'answer:',
    `answer:${token}`,
    `answer:${token}:10`,
    `answer:${token}:-1`,
    `stop:${token}:0`,
    `stop:${token}\n`,
    `Stop:${token}`,
    `answer:${'g'.repeat(32)}:0`,
  ])('are none of those with the id %j', (id) => {
    expect(readModerationPress(id)).toBe(null)
  })
})

describe('a progress message', () => {
  test('shows the latest at most once in its time, and nothing after its end', async () => {
    const every = 40
    const times: number[] = []
    const shown: string[] = []
    const message = createProgressMessage(async (line) => {
      times.push(performance.now())
      shown.push(line)
    }, every)
    const begun = performance.now()
    for (let done = 0; shown.length < 3; done++) {
      message.report({ step: 'quotations', done, of: 1_000_000 })
      await new Promise((resolve) => setImmediate(resolve))
    }
    await message.end()
    const ended = performance.now()
    message.report({ step: 'clearing', done: 0, of: 0 })
    const gaps = [begun, ...times, ended].slice(1).map((time, at) => time - ([begun, ...times][at] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(every - 2)
    expect(shown).toHaveLength(3)
    expect(new Set(shown.map((line) => line.replace(/.*: /, ''))).size).toBe(3)
  })

  test('that has shown nothing ends at once', async () => {
    const message = createProgressMessage(() => Promise.reject(new Error('not to be called')), 60_000)
    message.report({ step: 'reading', done: 0, of: 0 })
    await message.end()
  })

  test('has a bar that only grows', () => {
    const lines = reindexSteps.flatMap((step) => [0, 3, 10].map((done) => progressLine({ step, done, of: 10 })))
    const shares = lines.map((line) => Number(/ (\d+) %/.exec(line)?.[1]))
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    for (const line of lines) expect(line).toMatch(/^▰*▱* \d+ % · [a-z ]+(?:: \d+ of 10)?$/)
    expect(new Set(lines.map((line) => line.indexOf(' '))).size).toBe(1)
  })
})
