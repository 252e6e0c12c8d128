import { scriptOf } from '../program.ts'

/** A reading thread that meets the fault that a file names (faulty-thread.mjs). */
export const faultyThread = scriptOf('faulty-thread.mjs')
