/** The articles' folder as a whole cannot be used. The message says what to do. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError'
  readonly folder: string

  constructor(folder: string, message: string) {
    super(message)
    this.folder = folder
  }
}
