import { expect } from 'vitest'
import { openDatabase } from '../../src/database/database.ts'
import { claimShards, type ShardRange } from '../../src/database/shard-locks.ts'
import { runProgram } from '../../testkit/console/run-program.ts'
import { test } from '../../testkit/discord/bot/lab.ts'
import { describeWithServer } from '../../testkit/postgres/with-server.ts'

const drones = { topic: 'drones' }

describeWithServer('processes that share the shards of a bot', (own) => {
  test('refuse a range that overlaps, and another number of shards', async () => {
    const url = await own.createDatabase()
    const database = openDatabase({ url, use: 'owner' })
    const claim = (first: number, last: number, total: number) => {
      const range: ShardRange = { first, last, total }
      return claimShards(database, 'default', range, () => undefined)
    }
    const [low, high] = await Promise.all([claim(0, 3, 8), claim(4, 5, 8)])
    const [name] = [`process ${process.pid} on `]
    await expect(claim(3, 4, 8)).rejects.toThrow(`${name}`)
    await expect(claim(5, 7, 8)).rejects.toThrow('serves shard 5 already: set another range in SHARDS.')
    await expect(claim(6, 7, 16)).rejects.toThrow('SHARDS divides the servers into 16 shards')
    await high()
    const again = await claim(5, 7, 8)
    await Promise.all([low(), again()])
    await (await claim(0, 15, 16))()
    await database.close()
  })

  test('take their shards again when the database is back, and give one up that another has taken', async ({
    skip,
  }) => {
    const { kill, start } = own.server
    if (kill === undefined || start === undefined) return skip()
    const url = await own.createDatabase()
    const database = openDatabase({ url, use: 'owner' })
    const range = { first: 0, last: 1, total: 2 }
    const release = await claimShards(database, 'default', range, () => expect.fail())
    await kill()
    await start()
    const other = () => claimShards(database, 'default', range, () => undefined)
    await expect
      .poll(async () => {
        const taken = await other().catch((error: unknown) => String(error))
        if (typeof taken === 'string') return taken
        await taken()
        return null
      })
      .toContain('serves shard 0 already')
    await release()
    await database.close()
  })

  test('answer what belongs to their shards, and one of them registers the commands', async ({ lab }) => {
    const env = { DATABASE_URL: await own.createDatabase() }
    const discord = await lab.discord({ shards: 2 })
    const { bot: first } = await lab.registeredChild({ env: { ...env, SHARDS: '0/2' } }, discord)
    const second = await lab.child(discord, { env: { ...env, SHARDS: '1/2' } })
    expect((await discord.slash('facts', drones).answered()).embeds[0]?.title).toBe('drones')
    expect((await discord.slash('facts', drones, { place: 'dm' }).answered()).embeds[0]?.title).toBe('drones')
    expect(first.log()).toContain('commands registered')
    expect(second.log()).not.toContain('commands registered')
    const { code, stderr } = await runProgram({
      args: [],
      env: { ...env, SHARDS: '1/2', DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url },
    })
    expect([code, stderr]).toEqual([1, expect.stringMatching(/process \d+ on .* serves shard 1 already/)])
  })
})
