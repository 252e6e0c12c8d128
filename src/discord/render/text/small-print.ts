/** Before a line: Discord shows it in small print. */
export const small = '-# '
