/** A point that work passes, at which a test can hold it. */
export interface Gate {
  /** Waits while the gate is closed; what is tested calls this. */
  readonly pass: () => Promise<void>
  close(): void
  /** Resolves when something waits at the closed gate. */
  reached(): Promise<void>
  open(): void
}

interface Settled {
  readonly promise: Promise<void>
  readonly resolve: () => void
}

function settled(): Settled {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

/** A gate that is open. */
export function createGate(): Gate {
  let closed: { readonly reached: Settled; readonly opened: Settled } | null = null
  return {
    pass: async () => {
      closed?.reached.resolve()
      await closed?.opened.promise
    },
    close() {
      closed = { reached: settled(), opened: settled() }
    },
    reached: async () => closed?.reached.promise,
    open() {
      closed?.opened.resolve()
      closed = null
    },
  }
}
