/** The key of the set of articles that this process serves. There is one so far; every table has the key, so that there can be more. */
export const collection = 'default'
