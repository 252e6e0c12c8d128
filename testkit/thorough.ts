/** Slow tests run a sample of their cases. `npm run torture` sets this variable and runs them all. */
const isThorough = process.env['THOROUGH'] === 'true'

/** How many cases to go on by, from one that is run to the next: `sample` in `npm test`, 1 in `npm run torture`. */
export const stride = (sample: number): number => (isThorough ? 1 : sample)
