import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../../src/discord/delivery/clock.ts'
import { createProgressMessage, progressLine } from '../../../src/discord/delivery/progress-message.ts'
import { createExpiringMap } from '../../../src/discord/moderation/expiring-map.ts'
import { actionRows, readModerationPress, stopRow } from '../../../src/discord/render/components/moderation-buttons.ts'
import { reindexSteps } from '../../../src/library/reindex/reindex-request.ts'
import { createTestClock } from '../../../testkit/clock.ts'

const hour = 3_600_000

describe('a pending confirmation', () => {
  test('is kept under a token that nobody can guess, until it is taken', () => {
    const pending = createExpiringMap<string>(3, 60_000)
    const [a, b] = [pending.add('a'), pending.add('b')]
    expect(a).toMatch(/^[0-9a-f]{32}$/)
    expect(a).not.toBe(b)
    expect(pending.get(a)).toBe('a')
    expect(pending.take(a)).toBe('a')
    expect([pending.take(a), pending.get(a), pending.get('__proto__'), pending.get(b)]).toEqual([
      undefined,
      undefined,
      undefined,
      'b',
    ])
  })

  test('is dropped when too many newer ones are pending', () => {
    const pending = createExpiringMap<number>(3, 60_000)
    const tokens = [1, 2, 3, 4, 5].map((value) => pending.add(value))
    expect(tokens.map((token) => pending.get(token))).toEqual([undefined, undefined, 3, 4, 5])
  })

  test('expires', async () => {
    const pending = createExpiringMap<string>(3, 1)
    const token = pending.add('a')
    await expect.poll(() => pending.get(token)).toBe(undefined)
  })
})

describe('moderation buttons', () => {
  const token = 'a'.repeat(32)

  test('carry their action in their id', () => {
    const actions = Array.from({ length: 12 }, () => ({ label: 'Cancel', style: 'plain', does: 'cancel' }) as const)
    const rows = actionRows(actions, token)
    expect(rows.map(({ components }) => components.length)).toEqual([5, 5, 2])
    const buttons = rows.flatMap(({ components }) => components)
    expect(buttons.map(({ custom_id: id }) => readModerationPress(id))).toEqual(
      actions.map((_, choice) => ({ does: 'answer', token, choice })),
    )
    expect(stopRow(token).components.map(({ custom_id: id }) => readModerationPress(id))).toEqual([
      { does: 'stop', token },
    ])
  })

  test.for([
    '',
    'answer',
    'answer:',
    `answer:${token}`,
    `answer:${token}:100`,
    `answer:${token}:-1`,
    `stop:${token}:0`,
    `stop:${token}\n`,
    `Stop:${token}`,
    `answer:${'g'.repeat(32)}:0`,
  ])('are not those with the id %j', (id) => {
    expect(readModerationPress(id)).toBe(null)
  })
})

describe('a progress message', () => {
  test('shows the latest progress at most once per interval, and nothing after its end', async () => {
    const clock = createTestClock()
    const shown: string[] = []
    const message = createProgressMessage(async (line) => void shown.push(line), clock, hour)
    for (let edits = 0; edits < 3; edits++) {
      for (const done of [1, 2]) message.report({ step: 'quotations', done: edits * 2 + done, of: 10 })
      await turn()
      expect(shown).toHaveLength(edits)
      clock.advance(hour)
      await turn()
    }
    expect(shown.map((line) => line.replace(/.*: /, ''))).toEqual(['2 of 10', '4 of 10', '6 of 10'])
    let hasEnded = false
    const end = message.end().then(() => {
      hasEnded = true
    })
    await turn()
    expect(hasEnded).toBe(false)
    clock.advance(hour)
    await end
    message.report({ step: 'clearing', done: 0, of: 0 })
    clock.advance(hour)
    await turn()
    expect(shown).toHaveLength(3)
  })

  test('that has not been shown ends at once', async () => {
    const message = createProgressMessage(() => Promise.reject(new Error('not to be called')), systemClock, hour)
    message.report({ step: 'reading', done: 0, of: 0 })
    await message.end()
  })

  test('has a bar that never shrinks', () => {
    const lines = reindexSteps.flatMap((step) => [0, 3, 10].map((done) => progressLine({ step, done, of: 10 })))
    const shares = lines.map((line) => Number(/ (\d+) %/.exec(line)?.[1]))
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    for (const line of lines) expect(line).toMatch(/^▰*▱* \d+ % · [a-z ]+(?:: \d+ of 10)?$/)
    expect(new Set(lines.map((line) => line.indexOf(' '))).size).toBe(1)
  })
})
