import type { ChildBot } from '../../testkit/discord/bot/child-bot.ts'

/** What a bot's own metrics say. */
export interface BotMetrics {
  readonly cpuSeconds: number
  /** The longest stall of the gateway thread since they were last read. */
  readonly stallMs: number
}

const metric = (text: string, name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])

/** Reads the metrics of a bot that was started with `HEALTH_PORT`. */
export async function readBotMetrics(bot: ChildBot): Promise<BotMetrics> {
  const [, port = ''] = /served on port (\d+)/.exec(await bot.says('are served on port')) ?? []
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return {
    cpuSeconds: metric(text, 'process_cpu_seconds_total'),
    stallMs: metric(text, 'nodejs_eventloop_lag_max_seconds') * 1000,
  }
}
