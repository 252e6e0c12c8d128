// Texts that are not UTF-8. An encoding is accepted only if a byte order mark names it, or if the bytes can hardly be anything else: a
// wrong guess would put words into an article that nobody wrote.

/**
 * The characters for the bytes 0x80 to 0x9F in Windows-1252. Bytes that it does not assign are the control characters with the same number.
 */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const firstOwn = 0x80
const ownRange = /[\u0080-\u009f]/g

const minUnits = 16
const minNulShare = 0.7
const hardlyNul = 0.02

function share(bytes: Uint8Array, from: 0 | 1): number {
  let nul = 0
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) nul++
  return nul / Math.max(1, bytes.length >> 1)
}

function swapped(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16()
}

/** The text of UTF-16 bytes, or null if they are not clearly UTF-16: no byte order mark, and not Latin letters with a zero byte each. */
export function decodeUtf16(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null
  const [first, second] = bytes
  const little = (first === 0xff && second === 0xfe) || isSpaced(bytes, 1)
  const big = (first === 0xfe && second === 0xff) || isSpaced(bytes, 0)
  if (little === big) return null
  const text = (little ? Buffer.from(bytes) : swapped(bytes)).toString('utf16le')
  return text.isWellFormed() ? text.replace(/^\ufeff/, '') : null
}

function isSpaced(bytes: Uint8Array, zeros: 0 | 1): boolean {
  if (bytes.length < minUnits * 2) return false
  return share(bytes, zeros) >= minNulShare && share(bytes, zeros === 0 ? 1 : 0) <= hardlyNul
}

const leftOut = /[\u0081\u008d\u008f\u0090\u009d]/
const typographic = /(?<=[\p{L}\p{N}.,!?;:)\s]|^)[‘’“”–—…•](?=[\p{L}\p{N}.,!?;:(\s]|$)/gu
// A non-ASCII letter in a word. It is upper case only if the word begins with it or is all upper case.
const accented =
  /(?<=\p{Ll})[ßà-öø-ÿšžœ]|[ßà-öø-ÿšžœ](?=\p{Ll})|(?<!\p{L})[À-ÖØ-ÞŠŽŒ](?=\p{Ll})|(?<=\p{Lu})[À-ÖØ-ÞŠŽŒ]/gu
const sign = /[£€§©®°·«»½¼¾™\u00a0]/g
// Signs in a place where they make sense: an amount, a fraction, a section, a temperature.
const placedSign = /[£€](?=\s?\d)|[½¼¾](?=[\s%.,;:)-]|$)|§(?=\s?\d)|(?<=\d\s?)°|©(?=\s?\d{4}|\s\p{L})/gu
const beyond = /\P{ASCII}/gu
const letter = /\p{L}/gu
const maxAccentedShare = 0.2

/**
 * The text of Windows-1252 bytes (Latin 1 is part of it), or null if they are not clearly that. Every non-ASCII byte must be a typographic
 * sign in a plausible position, an accented letter in a word, or a sign such as "£" or "½", and at least one must be in a place where it makes
 * sense.
 */
export function decodeWindows1252(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(ownRange, (own) => windows1252.charAt(own.charCodeAt(0) - firstOwn))
  if (leftOut.test(text)) return null
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const words = count(typographic) + count(accented)
  const isEvident = words + count(placedSign) > 0 && words + count(sign) >= count(beyond)
  // In text of another alphabet, nearly all letters would be accented letters.
  return isEvident && count(accented) <= count(letter) * maxAccentedShare ? text : null
}

const labelled = [
  /<meta\b[^<>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/i,
  /^\s*<\?xml\b[^<>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})/i,
  /^\W{0,4}character set(?: encoding)?:[ \t]*([\w.:-]{2,40})/im,
]
/** Where a file states its encoding, in bytes from its beginning. */
const maxLabelOffset = 4096

/** The text of bytes in the encoding that the text itself states (`<meta charset>`, "Character set encoding:"); null if it states none that fits. */
export function decodeStated(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, maxLabelOffset)).toString('latin1')
  for (const pattern of labelled) {
    const label = pattern.exec(head)?.[1]
    if (label === undefined || /^utf-?(?:8|16|32)/i.test(label)) continue
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      // An unknown label, or bytes that are not in that encoding.
    }
  }
  return null
}
