import { once } from 'node:events'
import { createServer } from 'node:http'
import { StartError } from '../gateway/start-error.ts'
import type { Metrics } from './metrics.ts'

export interface Health {
  /** The address and port that the server listens on; with port 0, the port that was chosen. */
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
 * @throws StartError if the address or port cannot be used.
 */
export async function serveHealth({ host, port, isReady, metrics }: HealthOptions): Promise<Health> {
  const server = createServer((request, response) => {
    const send = (status: number, text: string, type = 'text/plain; charset=utf-8'): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text)
    }
    const path = request.url?.split('?')[0]
    if (request.method !== 'GET' && request.method !== 'HEAD') send(405, 'GET only\n')
    else if (path === '/healthz') send(isReady() ? 200 : 503, isReady() ? 'ready\n' : 'the gateway is not ready\n')
    else if (path === '/metrics') {
      metrics.text().then(
        (text) => send(200, text, metrics.contentType),
        () => send(500, 'the metrics cannot be read\n'),
      )
    } else send(404, '/healthz or /metrics\n')
  })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null
    throw new StartError(
      code === 'EADDRINUSE'
        ? `Port ${port} is already in use at ${host}: set HEALTH_PORT to a free one.`
        : `Cannot listen on port ${port} of ${host} (${code}): check HEALTH_PORT, and that HEALTH_HOST is an address of this machine.`,
      { cause },
    )
  }
  // A connection that a scraper keeps open must not keep the process alive.
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
