import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Gives text a style, or leaves it as it is without colours. */
export type Paint = (style: Style, text: string) => string

/** A painter for a terminal with or without colours. */
export function createPaint(colour: boolean): Paint {
  return (style, text) => (colour && text !== '' ? styleText(style, text, { validateStream: false }) : text)
}
