/** No article matches the name, or several do. The message is a sentence for the user. */
export class ArticleError extends Error {
  override readonly name = 'ArticleError'
  readonly asked: string

  constructor(asked: string, message: string) {
    super(message)
    this.asked = asked
  }
}
