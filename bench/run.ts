import { argv, exit, stderr, stdout } from 'node:process'
import { listing, programs } from './programs.ts'

// Runs what `npm run bench -- NAME …` and `npm run train -- NAME …` name; without a name, lists what there is.

const [script = '', name] = argv.slice(2)
const named = programs[script] ?? {}
if (name === undefined) {
  stdout.write(listing(script))
  exit()
}
const program = Object.hasOwn(named, name) ? named[name] : undefined
if (program === undefined) {
  stderr.write(`"npm run ${script}" knows no "${name}". It knows:\n${listing(script)}`)
  exit(2)
}
// The program finds its own arguments where it expects them: after the name of the script.
argv.splice(2, 2)
await program.run()
