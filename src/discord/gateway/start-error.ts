/** The bot cannot go online for a reason that its operator can fix; the message is a sentence that says how. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
