import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Metrics } from './metrics.ts'
import { StartError } from './start-error.ts'

export interface Health {
  /** The port that is served: the one asked for, or a free one for 0. */
  readonly port: number
  stop(): Promise<void>
}

export interface HealthOptions {
  readonly port: number
  readonly isReady: () => boolean
  readonly metrics: Metrics
}

/**
 * Serves `/healthz` (200 when the gateway is ready, else 503) and `/metrics`.
 * @throws StartError when the port cannot be had.
 */
export async function serveHealth({ port, isReady, metrics }: HealthOptions): Promise<Health> {
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
  server.listen(port)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw new StartError(`HEALTH_PORT ${port} cannot be listened on: choose a free port.`, { cause })
  }
  // A connection that a scraper keeps open must not keep the program alive.
  server.unref()
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
