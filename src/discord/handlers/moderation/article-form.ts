import { ComponentType, type ModalSubmitInteraction } from 'discord.js'
import articlesAdd from '../../../../commands/articles-add.ts'
import {
  type Entered,
  maxFiles,
  previewEdited,
  previewForm,
  shownFields,
} from '../../../../commands/support/articles/upload-preview.ts'
import { type Command, optionType } from '../../../../commands/support/definition/command.ts'
import type { ReplyAction, UploadDraft } from '../../../../commands/support/reply/reply.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import { answerInteraction, says } from '../../context/answer-interaction.ts'
import type { InteractionContext } from '../../context/bot-context.ts'
import { guard } from '../../context/guard.ts'
import type { FormDraft, TextField } from '../../delivery/form-payload.ts'
import type { InteractionReply, OpenForm } from '../../delivery/respond-in-time.ts'
import { attachment, type SentFile } from '../../moderation/fetch-attachment.ts'
import { actionRows } from '../../render/components/moderation-buttons.ts'
import { openModeratorSession } from './moderator-session.ts'

/** What a form is for. */
type ArticleForm =
  | { readonly does: 'add' }
  /** The draft that a button of a confirmation would edit. */
  | { readonly does: 'edit'; readonly token: string; readonly choice: number }

const formId = /^form:(?:(add)|edit:([0-9a-f]{32}):([0-9]{1,2}))$/

/** The form of a custom_id; null if it is not one of these. */
export function readFormId(customId: string): ArticleForm | null {
  const [, add, token, choice] = formId.exec(customId) ?? []
  if (add !== undefined) return { does: 'add' }
  return token === undefined ? null : { does: 'edit', token, choice: Number(choice) }
}

/** A field for each option of the command that is a text. */
function textFields(values: Entered): readonly TextField[] {
  return (articlesAdd.definition.options ?? []).flatMap((option) =>
    option.type === optionType.string
      ? [
          {
            name: option.name,
            description: option.description,
            maxLength: option.max_length ?? 100,
            value: values[option.name] ?? '',
          },
        ]
      : [],
  )
}

/** What the form to edit a draft shows at first. Values that are too long for their field are not shown. */
function shownIn(draft: UploadDraft): Entered {
  const shown = textFields(shownFields(draft)).filter(({ value, maxLength }) => value.length <= maxLength)
  return Object.fromEntries(shown.map(({ name, value }) => [name, value]))
}

function open(form: FormDraft): OpenForm {
  return { as: 'form', form }
}

/** Whether a call opens the command's form instead of running it: it has no file. */
export function opensForm(
  { definition: { formWithout } }: Command,
  options: Readonly<Record<string, unknown>>,
): boolean {
  return formWithout !== undefined && options[formWithout] === undefined
}

/** The form to add articles, with the options of the call filled in. */
export function addForm(options: Readonly<Record<string, unknown>>): OpenForm {
  const values = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, String(value)]))
  const files = { name: 'files', description: fixedText('form.files', { max: maxFiles }), maxFiles }
  return open({ customId: 'form:add', title: fixedText('form.add'), files, fields: textFields(values) })
}

/** The form to edit what was read of a draft. */
export function editForm(
  { drafts, at }: Extract<ReplyAction, { readonly does: 'edit' }>,
  token: string,
  choice: number,
): InteractionReply | OpenForm {
  const draft = drafts[at]
  if (draft === undefined) return says(fixedText('form.unknown'))
  return open({
    customId: `form:edit:${token}:${choice}`,
    title: fixedText('form.edit', { file: draft.preview.file }),
    files: null,
    fields: textFields(shownIn(draft)),
  })
}

/** What was entered in a form, and the files that were attached. */
function contentOf({ fields }: ModalSubmitInteraction): {
  readonly entered: Entered
  readonly files: readonly SentFile[]
} {
  const entered: Record<string, string> = {}
  const files: SentFile[] = []
  for (const [name, field] of fields.fields) {
    if (field.type === ComponentType.TextInput) entered[name] = field.value
    if (field.type === ComponentType.FileUpload) files.push(...(field.attachments?.values() ?? []))
  }
  return { entered, files }
}

/** The options of the audit log: what was entered, and the names of the files. */
function auditOptions({ entered, files }: ReturnType<typeof contentOf>): Readonly<Record<string, string>> {
  const filled = Object.entries(entered).filter(([, value]) => value.trim() !== '')
  const names = files.map(({ name }) => name).join(', ')
  return { ...(names !== '' && { files: names }), ...Object.fromEntries(filled) }
}

async function addArticles(
  interaction: ModalSubmitInteraction,
  context: InteractionContext,
): Promise<InteractionReply> {
  const content = contentOf(interaction)
  const files = content.files.map((file) => attachment(file, context.bot.fetchRules))
  const session = openModeratorSession(interaction, context, {
    command: articlesAdd.definition.name,
    options: auditOptions(content),
    by: 'form',
  })
  const { message } = await session.run((moderator) => previewForm(files, content.entered, moderator))
  return { as: 'message', message }
}

async function editDraft(
  { token, choice }: Extract<ArticleForm, { readonly does: 'edit' }>,
  interaction: ModalSubmitInteraction,
  context: InteractionContext,
): Promise<InteractionReply> {
  const { questions } = context.bot.moderation
  const question = questions.get(token)
  const action = question?.actions[choice]
  const content = contentOf(interaction)
  const session = openModeratorSession(interaction, context, {
    command: articlesAdd.definition.name,
    options: auditOptions(content),
    by: 'form',
  })
  const rights = await session.authorize()
  if (!rights.allowed) return says(rights.why)
  if (question === undefined || action?.does !== 'edit') return says(fixedText('form.expired'))
  if (question.user !== context.user)
    return { as: 'message', message: await session.refuse(fixedText('moderation.not-yours')) }
  const { drafts, at } = action
  const draft = drafts[at]
  // In one step, so that the files cannot be added while one of them is read again.
  if (draft === undefined || questions.take(token) === undefined) return says(fixedText('form.expired'))
  const changes = { shown: shownIn(draft), entered: content.entered }
  const { status, message } = await session.run((moderator) => previewEdited(drafts, at, changes, moderator))
  if (status !== 'error') return { as: 'update', message }
  return { as: 'update', message: { ...message, rows: actionRows(question.actions, questions.add(question)) } }
}

/** Does what a submitted form asks for. */
export async function onForm(interaction: ModalSubmitInteraction, context: InteractionContext): Promise<void> {
  const form = readFormId(interaction.customId) ?? undefined
  await answerInteraction(interaction, context, {
    admission: guard(context, {
      limit: context.bot.limits.questions,
      command: form,
      unknown: fixedText('form.unknown'),
    }),
    deferral: { as: form?.does === 'edit' && interaction.isFromMessage() ? 'update' : 'message', private: true },
    isSlow: true,
    answer: (known) =>
      known.does === 'add' ? addArticles(interaction, context) : editDraft(known, interaction, context),
  })
}
