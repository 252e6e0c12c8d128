import { LibraryError } from './library-error.ts'

/** Which program wrote a generation. */
export interface ProgramVersion {
  /** The version of Verbatim, and that of Node.js. */
  readonly program: string
  readonly node: string
}

/** A shared generation was written by another version of Verbatim or of Node.js; this one cannot answer from it. */
export class OtherProgramError extends LibraryError {
  constructor(writer: ProgramVersion, own: ProgramVersion) {
    const nameOf = ({ program, node }: ProgramVersion) => `Verbatim ${program} on Node.js ${node}`
    const isSame = nameOf(writer) === nameOf(own)
    const written = isSame ? `another build of ${nameOf(own)}` : `${nameOf(writer)}; this is ${nameOf(own)}`
    super(
      `The index in the database was written by ${written}: start that version, or replace the index with "node . reindex".`,
      null,
    )
  }
}
