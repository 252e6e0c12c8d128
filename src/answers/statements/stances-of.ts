import type { Article } from '../../corpus/article/article.ts'
import { terms } from '../../language/tokens/terms.ts'
import type { Generation } from '../../library/generation/generation.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import type { StatementItem } from '../answer/item.ts'
import type { AskingVerb } from '../ask/intent/asking-verb.ts'
import type { TopicShare } from '../ask/retrieve/topic-reader.ts'
import { minTopic, statementItems } from './said-about.ts'
import { meantSpeakers } from './speakers/speaker-fit.ts'
import { expresses } from './stance.ts'
import { statementsWithAll } from './statement-lists.ts'

/** Whose stance is asked for, and which: "What does Lima reject?". */
export interface StanceQuery {
  /** A name, a role or an office, as typed. */
  readonly speaker: string
  readonly verb: AskingVerb
  /** How much of the rest of the question some terms cover, such as who something is wanted from; null if there is no rest. */
  readonly topic: TopicShare | null
  readonly article?: Article | undefined
}

/**
 * What somebody rejects, wants, warns of and the like: what they say by such a verb, and, for a wish or a denial, what somebody else says
 * about them ("Moscow will not accept …").
 */
export async function stancesOf(
  generation: Generation,
  { speaker, verb, topic, article }: StanceQuery,
): Promise<readonly StatementItem[]> {
  const { utterances: meant } = await meantSpeakers(generation, speaker, article)
  const asked = terms(speaker).map(({ term }) => term)
  const isName = asked.length > 0 && asked.every((term) => generation.vocabulary.isName(term))
  const isSubject = ({ content }: Utterance) => {
    const own = terms(content.text).slice(0, asked.length)
    return asked.every((term, at) => own[at]?.term === term)
  }
  const ofOthers =
    isName && (verb.kind === 'denial' || verb.kind === 'wish')
      ? statementsWithAll(generation.statements, asked).flat().filter(isSubject)
      : []
  const isInScope = ({ article: from }: Utterance) => article === undefined || from === article
  const isOnTopic = ({ aroundTerms }: Utterance) => topic === null || topic(aroundTerms) >= minTopic
  const found = [...meant, ...ofOthers].filter((one) => isInScope(one) && expresses(one, verb) && isOnTopic(one))
  return statementItems(generation, new Set(found), topic)
}
