import { connect, createServer, type Socket } from 'node:net'

/** What the next commit loses: itself on its way to the server, or its answer on the way back. The connection ends with it. */
export type Loss = 'commit' | 'answer'

/** A way to a server on which a commit can be lost. */
export interface LossyProxy {
  /** The URL of the same database through the proxy. */
  readonly url: string
  /** Loses the next commit, or its answer. */
  loseNext(loss: Loss): void
  /** How many were lost. */
  readonly lost: number
  stop(): Promise<void>
}

/** Starts a proxy on loopback for the server of a database. */
export async function startLossyProxy(databaseUrl: string): Promise<LossyProxy> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let next: Loss | null = null
  let lost = 0
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    let isAnswerLost = false
    const end = () => {
      client.destroy()
      upstream.destroy()
      sockets.delete(client)
      sockets.delete(upstream)
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', end)
      socket.on('close', end)
    }
    client.on('data', (chunk: Buffer) => {
      const loss = chunk.includes('commit\0') ? next : null
      if (loss !== null) {
        next = null
        lost++
      }
      if (loss === 'commit') return end()
      if (loss === 'answer') isAnswerLost = true
      upstream.write(chunk)
    })
    upstream.on('data', (chunk: Buffer) => {
      if (isAnswerLost) end()
      else client.write(chunk)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the proxy has no port')
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(address.port)
  return {
    url: url.href,
    loseNext(loss) {
      next = loss
    },
    get lost() {
      return lost
    },
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
