/** Discord's styles of times in texts, in the words of the browser's language. */
const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
}

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** A time as Discord shows `<t:SECONDS:STYLE>`; `R` is relative to now. */
export function showTime(seconds: number, style: string, nowMs: number = Date.now()): string {
  if (style !== 'R') return new Intl.DateTimeFormat(undefined, styles[style] ?? styles['f']).format(seconds * 1000)
  const away = seconds - nowMs / 1000
  const [unit, length] = units.find(([, each]) => Math.abs(away) >= each) ?? (['second', 1] as const)
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(away / length), unit)
}
