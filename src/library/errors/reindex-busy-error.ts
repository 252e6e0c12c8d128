/** A reindex is requested while another one is in progress. */
export class ReindexBusyError extends Error {
  override readonly name = 'ReindexBusyError'

  constructor(holder?: { readonly by: string; readonly since: string }) {
    const who =
      holder === undefined ? '' : `, for ${holder.by} since ${holder.since.slice(0, 19).replace('T', ' ')} UTC`
    super(`Another reindex is running${who}: wait until it has finished.`)
  }
}
