import type { Entity } from '../entities/entity-index.ts'

/** "The Herald", "Acme, which": no person, unless something shows one. */
export const isThing = ({ thing, person, human }: Entity): boolean => thing > 0 && person === 0 && human === 0
