/** Discord's epoch: the first millisecond of 2015. */
const discordEpoch = 1_420_070_400_000n
const increments = 4096n

let made = 0n

/** A new id whose timestamp is `at` (milliseconds since 1970), as Discord's ids contain the time of creation. */
export function snowflake(at: number = Date.now()): string {
  made += 1n
  return String(((BigInt(at) - discordEpoch) << 22n) | (made % increments))
}
