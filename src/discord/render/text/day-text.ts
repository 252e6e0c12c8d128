const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const isoDay = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/

/** A day or month in ISO form as people write it: "4 Sep 2025". Any other text is returned as it is. */
export function dayText(text: string): string {
  const [, year, month, day] = isoDay.exec(text) ?? []
  const name = months[Number(month) - 1]
  if (year === undefined || name === undefined) return text
  return [...(day === undefined ? [] : [String(Number(day))]), name, year].join(' ')
}
