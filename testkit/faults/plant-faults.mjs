// Lets a call of the file system fail, or kills the process before it, when `fault` says so: `at` counts the
// calls from 0.
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

export const fault = { armed: false, at: 0, code: '', calls: 0, failed: null }

function failing(name, call) {
  return function (...args) {
    if (fault.armed && fault.calls++ === fault.at) {
      if (fault.code === 'SIGKILL') process.kill(process.pid, 'SIGKILL')
      fault.failed = name
      return Promise.reject(
        Object.assign(new Error(`${fault.code}: planted, ${name}`), { code: fault.code, syscall: name }),
      )
    }
    return call.apply(this, args)
  }
}

const calls = [
  'open',
  'readFile',
  'writeFile',
  'mkdir',
  'readdir',
  'realpath',
  'rename',
  'rm',
  'rmdir',
  'link',
  'lstat',
  'stat',
  'unlink',
]
for (const name of calls) fs[name] = failing(name, fs[name])
const handle = await fs.open(process.execPath)
const files = Object.getPrototypeOf(handle)
await handle.close()
for (const name of ['readFile', 'writeFile', 'sync', 'stat']) files[name] = failing(`handle.${name}`, files[name])
syncBuiltinESMExports()

/** Lets the call of that number fail with that code; with "SIGKILL" the process is killed before it. */
export function arm(at, code) {
  Object.assign(fault, { armed: true, at, code, calls: 0, failed: null })
}

/** Lets no call fail any more; returns the name of the one that did, or null. */
export function disarm() {
  fault.armed = false
  return fault.failed
}
