/** The bot cannot be online, for a reason that its operator can mend; the message is a sentence that says how. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
