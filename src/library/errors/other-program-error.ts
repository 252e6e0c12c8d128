import { LibraryError } from './library-error.ts'

/** A program that writes generations. */
export interface ProgramVersion {
  /** Its version, and that of Node.js. */
  readonly program: string
  readonly node: string
}

/** A shared generation was written by another version of this program or of Node.js, and cannot be served by this one. */
export class OtherProgramError extends LibraryError {
  constructor(writer: ProgramVersion, own: ProgramVersion) {
    const nameOf = ({ program, node }: ProgramVersion) => `Verbatim ${program} on Node.js ${node}`
    const isSame = nameOf(writer) === nameOf(own)
    super(
      `The index in the database was written by ${isSame ? `another build of ${nameOf(own)}` : `${nameOf(writer)}; this is ${nameOf(own)}`}: start that version, or write the index anew with "node . reindex".`,
      null,
    )
  }
}
