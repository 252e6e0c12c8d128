import type { Entity } from '../entities/entity-index.ts'

/** The place of a dateline, or an abbreviation: "BERLIN", "NATO". */
const capitals = /^\p{Lu}{3,}$/u

/** "The Herald", "Acme, which", "BERLIN": no person, unless something shows one. */
export const isThing = ({ name, thing, person, human }: Entity): boolean =>
  (thing > 0 || capitals.test(name)) && person === 0 && human === 0
