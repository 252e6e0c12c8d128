/** An uploaded file cannot become an article; the message is a sentence for the user. */
export class UploadError extends Error {
  override readonly name = 'UploadError'
}
