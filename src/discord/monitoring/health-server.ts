import { once } from 'node:events'
import { createServer } from 'node:http'
import { StartError } from '../gateway/start-error.ts'
import type { Metrics } from './metrics.ts'

export interface Health {
  /** The address and the port that are served: those asked for, or a free port for 0. */
  readonly host: string
  readonly port: number
  stop(): Promise<void>
}

export interface HealthOptions {
  /** The address of the network interface to listen on; 0.0.0.0: all of them. */
  readonly host: string
  readonly port: number
  readonly isReady: () => boolean
  readonly metrics: Metrics
}

/**
 * Serves `/healthz` (200 when the gateway is ready, else 503) and `/metrics`.
 * @throws StartError when that address or port cannot be had.
 */
export async function serveHealth({ host, port, isReady, metrics }: HealthOptions): Promise<Health> {
  const server = createServer((request, response) => {
    const say = (status: number, text: string, type = 'text/plain; charset=utf-8'): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text)
    }
    const path = request.url?.split('?')[0]
    if (request.method !== 'GET' && request.method !== 'HEAD') say(405, 'GET only\n')
    else if (path === '/healthz') say(isReady() ? 200 : 503, isReady() ? 'ready\n' : 'the gateway is not ready\n')
    else if (path === '/metrics') {
      metrics.text().then(
        (text) => say(200, text, metrics.contentType),
        () => say(500, 'the metrics cannot be read\n'),
      )
    } else say(404, '/healthz or /metrics\n')
  })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null
    throw new StartError(
      code === 'EADDRINUSE'
        ? `Port ${port} is in use at ${host}: set HEALTH_PORT to a free one.`
        : `Port ${port} at ${host} cannot be listened on (${code}): check HEALTH_PORT, and that HEALTH_HOST is an address of this machine.`,
      { cause },
    )
  }
  // A connection that a scraper keeps open must not keep the program alive.
  server.unref()
  const listening = server.address()
  const { address, port: listened } =
    typeof listening === 'object' && listening !== null ? listening : { address: host, port }
  return {
    host: address,
    port: listened,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
