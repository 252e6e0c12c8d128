/** Why a search for a text is impossible. */
type QueryErrorCode = 'empty' | 'too-long' | 'no-words' | 'only-function-words'

/** A text that cannot be searched for; the message is a sentence for the user. */
export class QueryError extends Error {
  override readonly name = 'QueryError'
  readonly code: QueryErrorCode

  constructor(code: QueryErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
