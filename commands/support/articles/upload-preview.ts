import { plainLine } from '../../../src/language/tokens/normalise.ts'
import { fixedText } from '../../../src/messages/fixed-text.ts'
import type { ArticleChange, FileChange, Upload, UploadPreview } from '../../../src/service/answer-service.ts'
import type { Attachment, ModeratorContext } from '../definition/command.ts'
import { type ConfirmationReply, errorReply, type Reply, type ReplyLine, type UploadDraft } from '../reply/reply.ts'
import { count } from '../texts/count.ts'

/** The largest number of files that are added at once; Discord's limit for a form. */
export const maxFiles = 10

type Stated = Upload['stated']

/** The longest part of a file's name in a sentence. */
const maxNameLength = 60

/** What a preview knows of the article, by the name of the option that states it. */
function known({ title, titleIsOwn, date, outlet, author, url }: UploadPreview) {
  return [
    ['title', titleIsOwn ? title : null],
    ['date', date],
    ['outlet', outlet],
    ['author', author],
    ['url', url],
  ] as const
}

const warningsOf = ({ warnings }: UploadPreview): readonly ReplyLine[] =>
  warnings.map(({ key, reason }) => ({ label: fixedText('upload.not-used'), text: `"${key}" ${reason}` }))

function changeOf({ file, bytes }: UploadPreview): FileChange {
  return { does: 'add', file, bytes }
}

/** The preview of one article, with everything that is known of it. */
function oneArticle(draft: UploadDraft, problems: readonly string[]): ConfirmationReply {
  const { bytes: _, ...preview } = draft.preview
  const { file, taken, paragraphs, shown, opening } = preview
  const stated = known(draft.preview)
  const missing = stated.filter(([, value]) => value === null).map(([label]) => label)
  const lines: readonly ReplyLine[] = [
    ...stated.flatMap(([label, value]) => (value === null ? [] : [{ label, text: value }])),
    ...warningsOf(draft.preview),
    ...opening.map((line) => ({
      label: `¶${line.paragraph}`,
      text: line.opening,
      ...(line.kind !== 'body' && { detail: line.kind }),
    })),
    ...(paragraphs > opening.length
      ? [
          {
            label: '…',
            text: fixedText('upload.more', { paragraphs: count(paragraphs - opening.length, 'paragraph') }),
          },
        ]
      : []),
  ]
  const notes = [
    ...problems,
    fixedText('upload.paragraphs', { file, paragraphs: count(paragraphs, 'paragraph'), shown }),
    ...(missing.length === 0 ? [] : [fixedText('upload.missing', { fields: missing.join(', ') })]),
    ...(taken === null ? [] : [fixedText('upload.taken', { file: taken })]),
  ]
  return {
    kind: 'confirmation',
    heading: fixedText('upload.add-one'),
    note: notes.join(' '),
    lines,
    data: preview,
    actions: [
      { label: fixedText('upload.add'), style: 'main', does: 'change', change: changeOf(draft.preview) },
      { label: fixedText('upload.edit'), style: 'plain', does: 'edit', drafts: [draft], at: 0 },
      { label: fixedText('moderation.cancel'), style: 'plain', does: 'cancel' },
    ],
  }
}

/** The preview of several articles: a line for each. */
function severalArticles(drafts: readonly UploadDraft[], problems: readonly string[]): ConfirmationReply {
  const change: ArticleChange = { does: 'several', changes: drafts.map(({ preview }) => changeOf(preview)) }
  const lines = drafts.flatMap(({ preview }, at): readonly ReplyLine[] => {
    const { file, title, date, outlet, paragraphs } = preview
    const about = [date ?? fixedText('upload.no-date'), outlet, count(paragraphs, 'paragraph')]
    const detail = about.filter((part) => part !== null).join(' · ')
    return [{ label: `${at + 1} ${file}`, text: title, detail }, ...warningsOf(preview)]
  })
  return {
    kind: 'confirmation',
    heading: fixedText('upload.add-several', { number: drafts.length }),
    note: [...problems, fixedText('upload.check')].join(' '),
    lines,
    data: drafts.map(({ preview: { bytes: _, ...preview } }) => preview),
    actions: [
      { label: fixedText('upload.add-all'), style: 'main', does: 'change', change },
      { label: fixedText('moderation.cancel'), style: 'plain', does: 'cancel' },
      ...drafts.map(
        (_, at) =>
          ({
            label: fixedText('upload.edit-one', { number: at + 1 }),
            style: 'plain',
            does: 'edit',
            drafts,
            at,
          }) as const,
      ),
    ],
  }
}

/** Asks whether to add what was read. `problems` are sentences about what was left out. */
function confirmation(drafts: readonly UploadDraft[], problems: readonly string[]): Reply {
  const [only, ...others] = drafts
  if (only === undefined) return errorReply('articles-add', [...problems, fixedText('moderation.unchanged')].join(' '))
  return others.length === 0 ? oneArticle(only, problems) : severalArticles(drafts, problems)
}

/** Reads an upload as it would be added; a sentence if it cannot be. */
async function draftOf(
  upload: Upload,
  others: readonly UploadDraft[],
  { service, signal }: ModeratorContext,
): Promise<UploadDraft | string> {
  const reserved = others.map(({ preview: { file } }) => file)
  const preview = await service.preview({ ...upload, reserved }, signal)
  if ('status' in preview) return preview.message
  const copied = others.find((other) => Buffer.compare(other.upload.bytes, upload.bytes) === 0)
  if (copied !== undefined) {
    const name = plainLine(upload.name).slice(0, maxNameLength).toWellFormed()
    return fixedText('upload.copy', { name, file: copied.preview.file })
  }
  return { upload, preview }
}

/** Shows what files would become. A file that cannot be added is left out, with the reason. */
export async function previewFiles(
  files: readonly Attachment[],
  stated: Stated,
  context: ModeratorContext,
  notes: readonly string[] = [],
): Promise<Reply> {
  const drafts: UploadDraft[] = []
  const problems: string[] = [...notes]
  for (const [at, file] of files.entries()) {
    context.report?.({ step: 'upload', done: at, of: files.length === 1 ? 0 : files.length })
    const fetched = await file.read(context.signal)
    const draft =
      'problem' in fetched
        ? fetched.problem
        : await draftOf({ name: file.name, bytes: fetched.bytes, stated }, drafts, context)
    if (context.signal?.aborted)
      return errorReply('articles-add', `${fixedText('upload.cancelled')} ${fixedText('moderation.unchanged')}`)
    if (typeof draft === 'string') problems.push(draft)
    else drafts.push(draft)
  }
  return confirmation(drafts, problems)
}

/** What is entered in the fields of a form, by the name of the option. */
export type Entered = Readonly<Record<string, string>>

const fields = ['title', 'date', 'outlet', 'url'] as const

/** The values to state, and a sentence for each one that cannot be. */
async function checked(entered: Entered): Promise<{ readonly stated: Stated; readonly problems: readonly string[] }> {
  const { statedProblem } = await import('../../../src/corpus/metadata/front-matter.ts')
  const stated: Partial<Record<keyof Stated, string>> = {}
  const problems: string[] = []
  for (const field of fields) {
    const value = entered[field]?.trim() ?? ''
    if (value === '') continue
    const problem = statedProblem(field, value)
    if (problem === null) stated[field] = value
    else problems.push(problem)
  }
  return { stated, problems }
}

/** Shows what the files of a form would become. What is wrong with a field is said, and costs neither the files nor the other fields. */
export async function previewForm(
  files: readonly Attachment[],
  entered: Entered,
  context: ModeratorContext,
): Promise<Reply> {
  if (files.length === 0)
    return errorReply('articles-add', `${fixedText('upload.no-file')} ${fixedText('moderation.unchanged')}`)
  if (files.length > maxFiles) {
    return errorReply(
      'articles-add',
      `${fixedText('upload.too-many', { attached: files.length, max: maxFiles })} ${fixedText('moderation.unchanged')}`,
    )
  }
  const { stated, problems } = await checked(entered)
  if (files.length === 1) return previewFiles(files, stated, context, problems)
  const { title, url, ...shared } = stated
  const ofOne = [...(title === undefined ? [] : ['title']), ...(url === undefined ? [] : ['url'])].map((field) =>
    fixedText('upload.of-one', { field }),
  )
  return previewFiles(files, shared, context, [...problems, ...ofOne])
}

/** What the form to edit a draft shows at first: what was read. */
export function shownFields({ preview }: UploadDraft): Entered {
  const { title, date, outlet, url } = preview
  return Object.fromEntries(Object.entries({ title, date, outlet, url }).map(([field, value]) => [field, value ?? '']))
}

/**
 * Reads a draft again with what was entered in its form, and shows all drafts. Only what was changed is stated: the rest stays as it
 * is read. `shown` is what the form showed at first.
 */
export async function previewEdited(
  drafts: readonly UploadDraft[],
  at: number,
  { shown, entered }: { readonly shown: Entered; readonly entered: Entered },
  context: ModeratorContext,
): Promise<Reply> {
  const draft = drafts[at]
  if (draft === undefined) return confirmation(drafts, [])
  const textIn = (from: Entered, field: string): string => from[field]?.trim() ?? ''
  const changed = fields.filter((field) => textIn(entered, field) !== textIn(shown, field))
  const { stated, problems } = await checked(
    Object.fromEntries(changed.map((field) => [field, textIn(entered, field)])),
  )
  const kept = Object.entries(draft.upload.stated).filter(
    ([field]) => !changed.some((one) => one === field && textIn(entered, one) === ''),
  )
  const upload: Upload = { ...draft.upload, stated: { ...Object.fromEntries(kept), ...stated } }
  context.report?.({ step: 'upload', done: 0, of: 0 })
  const others = drafts.filter((_, other) => other !== at)
  const edited = await draftOf(upload, others, context)
  const cleared = changed.filter((field) => textIn(entered, field) === '')
  if (typeof edited === 'string') return confirmation(drafts, [...problems, edited])
  const stays = cleared
    .filter((field) => edited.preview[field] !== null && (field !== 'title' || edited.preview.titleIsOwn))
    .map((field) => fixedText('upload.stays', { field }))
  return confirmation(
    drafts.map((one, other) => (other === at ? edited : one)),
    [...problems, ...stays],
  )
}
