import { fixedText } from '../../messages/fixed-text.ts'
/** A reindex is requested while another one is in progress. */
export class ReindexBusyError extends Error {
  override readonly name = 'ReindexBusyError'

  constructor(holder?: { readonly by: string; readonly since: string }) {
    super(
      holder === undefined
        ? fixedText('reindex.busy')
        : fixedText('reindex.busy-for', { by: holder.by, since: holder.since.slice(0, 19).replace('T', ' ') }),
    )
  }
}
