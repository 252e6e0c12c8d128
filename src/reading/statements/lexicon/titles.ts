import { once } from '../../../resources/once.ts'
import { readWordLists } from '../../../resources/resources.ts'

const kinds = ['honorific', 'title', 'organisation', 'role', 'female', 'male', 'portfolio'] as const

type Kind = (typeof kinds)[number]

const lists = once((): Readonly<Record<Kind, ReadonlySet<string>>> => {
  const words = readWordLists('lexicons/quotations/titles.tsv', kinds)
  const set = (kind: Kind): ReadonlySet<string> => new Set(words(kind).flat())
  return {
    honorific: set('honorific'),
    title: set('title'),
    organisation: set('organisation'),
    role: set('role'),
    female: set('female'),
    male: set('male'),
    portfolio: set('portfolio'),
  }
})

const bare = (lower: string): string => (lower.endsWith('.') ? lower.slice(0, -1) : lower)

export const isHonorific = (lower: string): boolean => lists().honorific.has(bare(lower))
export const isTitle = (lower: string): boolean => lists().title.has(bare(lower))
export const isRoleNoun = (lower: string): boolean => lists().role.has(lower) || lists().title.has(lower)
export const isOrganisationWord = (lower: string): boolean => lists().organisation.has(bare(lower))
/** Whether the word can be the portfolio of a minister, a speaker or a chief: "Secretary of State". */
export const isPortfolio = (lower: string): boolean => lists().portfolio.has(lower)

export type Gender = 'female' | 'male'

/** The gender that a title or a kinship noun shows, if any. */
export function genderOfTitle(lower: string): Gender | undefined {
  const word = bare(lower)
  return lists().female.has(word) ? 'female' : lists().male.has(word) ? 'male' : undefined
}
