import { seededRandom } from '../../random.ts'
import type { Who } from '../interactions/interactions.ts'
import { aliceUser, benUser, editorsRole, managerPermissions, memberPermissions, ownerUser } from '../server/world.ts'

/** A pending confirmation, or one that was used. */
export type QuestionName = 'add' | 'remove' | 'answered'

/** Something that must not change the articles: a command, or a press of a button that is real, stale or made up. */
export type Forgery = { readonly name: string; readonly who: Who } & (
  | { readonly does: 'command'; readonly command: string; readonly options: Readonly<Record<string, string | boolean>> }
  | { readonly does: 'press'; readonly question: QuestionName; readonly label: 'first' | 'second' }
  | { readonly does: 'made-up'; readonly question: QuestionName; readonly id: (token: string) => string }
)

/** The moderator to whom the open questions were put. */
export const moderator: Who = { user: ownerUser, permissions: managerPermissions }

const all = (1n << 50n) - 1n
const withoutRights = String(all & ~(1n << 5n) & ~(1n << 3n))
const roles = [editorsRole.id]

/** People and places without the right, some of whom have it elsewhere. */
const strangers: readonly (readonly [string, Who])[] = [
  ['a member', { user: aliceUser, permissions: memberPermissions }],
  ['a member with every other permission', { user: benUser, permissions: withoutRights }],
  ['a member with another role', { user: aliceUser, roles: [`${editorsRole.id}0`, ''] }],
  ['the owner without the right', { user: ownerUser }],
  ['the owner in a direct message', { user: ownerUser, place: 'dm' }],
  ['somebody in a direct message', { user: benUser, place: 'dm' }],
  ['a moderator of another server', { user: ownerUser, place: 'other guild', permissions: managerPermissions, roles }],
  ['somebody in a conversation between users', { user: aliceUser, place: 'private channel' }],
]

/** Who has the right, and was not asked. */
const others: readonly (readonly [string, Who])[] = [
  ['another moderator', { user: aliceUser, permissions: managerPermissions }],
  ['another member with the role', { user: benUser, roles }],
]

const commands: readonly (readonly [string, Readonly<Record<string, string | boolean>>])[] = [
  ['reindex', {}],
  ['reindex', { full: true }],
  ['status', {}],
  ['articles-add', { file: 'zoo.txt' }],
  ['articles-remove', { article: 'garden' }],
  ['articles-restore', { article: 'garden' }],
]

const madeUp: readonly (readonly [string, (token: string) => string])[] = [
  ['a token that is none', () => `answer:${'0123456789abcdef'.repeat(2)}:0`],
  ['a choice that there is not', (token) => `answer:${token}:9`],
  ['no choice', (token) => `answer:${token}`],
  ['two choices', (token) => `answer:${token}:0:0`],
  ['a choice below none', (token) => `answer:${token}:-1`],
  ['a token in capitals', (token) => `answer:${token.toUpperCase().replace(/^[0-9]/, 'A')}:0`],
  ['a line feed', (token) => `answer:${token}:0\n`],
  ['the end of something else', (token) => `stop:${token}`],
  ['another verb', (token) => `confirm:${token}:0`],
  ['a verb of answers', (token) => `next:${token.slice(0, 8)}:0`],
  ['a command', () => 'articles-remove:garden'],
  ['a name of the language', () => 'answer:__proto__:0'],
  ['nothing', () => 'answer::'],
]

/** `count` forgeries of every kind, in an order that `seed` settles. */
export function forgeries(count: number, seed: number): readonly Forgery[] {
  const next = seededRandom(seed)
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[Math.floor(next() * from.length)]
    if (picked === undefined) throw new RangeError('nothing to pick from')
    return picked
  }
  const open = ['add', 'remove'] as const
  const kinds: readonly (() => Forgery)[] = [
    () => {
      const [[name, who], [command, options]] = [pick(strangers), pick(commands)]
      return { does: 'command', name: `${name} gives /${command}`, who, command, options }
    },
    () => {
      const [[name, who], question, label] = [pick(strangers), pick(open), pick(['first', 'second'] as const)]
      return { does: 'press', name: `${name} presses the ${label} button of "${question}"`, who, question, label }
    },
    () => {
      const [[name, who], question, label] = [pick(others), pick(open), pick(['first', 'second'] as const)]
      return { does: 'press', name: `${name} presses the ${label} button of "${question}"`, who, question, label }
    },
    () => {
      const label = pick(['first', 'second'] as const)
      return {
        does: 'press',
        name: `the moderator presses the ${label} button too late`,
        who: moderator,
        question: 'answered',
        label,
      }
    },
    () => {
      const [[name, id], question] = [pick(madeUp), pick(open)]
      return { does: 'made-up', name: `the moderator presses ${name}`, who: moderator, question, id }
    },
  ]
  return Array.from({ length: count }, (_, at) => (kinds[at % kinds.length] ?? pick(kinds))())
}
