/** What can go wrong between the bot and Discord's HTTP API. */
export type Fault =
  /** Answers with this status and takes no effect. */
  | { readonly kind: 'status'; readonly status: number }
  /** Refuses with this status and Discord's own code, naming every text of the request as a bad value, and takes no effect. */
  | { readonly kind: 'refusal'; readonly status: number; readonly code: number }
  /** Answers 429: this route, or (`global`) all of them, may be asked again after so many seconds. */
  | { readonly kind: 'limit'; readonly retryAfter: number; readonly global?: boolean }
  /** Closes the connection without an answer, before or after the request took effect; `reset` as a TCP reset. */
  | { readonly kind: 'hang-up'; readonly when: 'before' | 'after'; readonly reset?: boolean }
  /** Takes effect, and answers so many milliseconds later. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Takes effect, and answers when that has happened. */
  | { readonly kind: 'held'; readonly until: Promise<unknown> }

/** The faults that are switched on, by route as `rest.ts` names it, e.g. `POST /channels/:channel/messages`. */
export interface Faults {
  /** The next `times` requests (default 1) on `route` meet `fault`. @throws RangeError on a route that is not served. */
  on(route: string, fault: Fault, times?: number): void
  /** The fault that a request on `route` meets, if any; it is used up. */
  take(route: string): Fault | undefined
  /** Switches all faults off. */
  clear(): void
}

/** No fault yet. `isRoute` says whether a route is served, so that a misspelt one is found. */
export function createFaults(isRoute: (route: string) => boolean): Faults {
  const queues = new Map<string, Fault[]>()
  return {
    on: (route, fault, times = 1) => {
      if (!isRoute(route)) throw new RangeError(`The loopback Discord serves no route "${route}".`)
      queues.set(route, [...(queues.get(route) ?? []), ...Array.from({ length: times }, () => fault)])
    },
    take: (route) => queues.get(route)?.shift(),
    clear: () => queues.clear(),
  }
}
