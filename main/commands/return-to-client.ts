import path from 'node:path'
import { findClientByName } from '../../db/client.ts'
import { getFileBytes, getImportFile } from '../../db/imports.ts'
import type { CallProblem, ReturnedFile } from '../../shared/contract/outputs.ts'
import {
  countQuestions,
  getReturnLanguage,
  planReturnQuestions,
} from '../../shared/domain/return-questions.ts'
import type { CellProblem } from '../../shared/domain/sheet/imported-shipment.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import type { DraftContent } from '../engine/draft-desk.ts'
import { formatSafeFileName } from '../files/safe-file-name.ts'
import { readDraftOnce } from './open-file.ts'
import { makeMarkedFile } from './make-marked-file.ts'
import { publishBeside } from './publish-beside.ts'
import { readClientFile } from './read-client-file.ts'

interface AskedFile {
  fileName: string
  sha256: string
  clientName: string | null
  content: DraftContent
  problems: readonly CellProblem[]
}

/** Saves the client's own file with a column of questions, beside the exports or in a chosen folder. */
export const returnToClient: Handler<'import.returnToClient'> = (context, { opId, folder, ...which }) =>
  context.runJob('return', async (report) => {
    const asked = await findAskedFile(context, which)
    if (!asked.ok) return asked
    const { fileName, sha256, clientName, content, problems } = asked.value
    const questions = planReturnQuestions(problems)
    const count = countQuestions(questions)
    if (count === 0) return fail({ kind: 'nothing-to-ask', fileName })
    const target = folder === undefined ? context.exportFolder : context.tokens.get(folder)?.path
    if (target === undefined) return fail({ kind: 'token-unknown' })
    const language = getReturnLanguage(getLanguageSetting(context, clientName), listHeadings(content))
    const t = getTranslate(language)
    const bytes = getFileBytes(context.store, sha256)
    if (!bytes) throw new Error(`file ${sha256} is not kept`)
    report.progress('mark', 0, 1)
    const marked = await makeMarkedFile(bytes, content, questions, t)
    const { name: stem, ext } = path.parse(fileName)
    const extension = marked.isOwnFile ? ext : '.xlsx'
    const name = formatSafeFileName(`${stem} ${t('questions.fileSuffix')}${extension}`)
    const published = await publishBeside(target, name, marked.bytes, opId, report.signal)
    if (!published.ok) return fail({ kind: 'not-published', problem: published.problem })
    const result: ReturnedFile = {
      fileName: published.value,
      folder: target,
      questions: count,
      isOwnFile: marked.isOwnFile,
      download: context.canPickFolder ? null : path.join(target, published.value),
    }
    return ok(result)
  })

const getLanguageSetting = ({ store }: CommandContext, clientName: string | null): 'zh-CN' | 'en' | null =>
  clientName === null ? null : (findClientByName(store, clientName)?.language ?? null)

const listHeadings = ({ sheets }: DraftContent): string[] =>
  sheets.flatMap(({ layout }) => layout.columns.map(({ heading }) => heading))

async function findAskedFile(
  context: CommandContext,
  { draftId, importId }: { draftId?: number | undefined; importId?: number | undefined },
): Promise<Result<AskedFile, CallProblem>> {
  if (draftId === undefined) return findImportedFile(context, importId ?? 0)
  const draft = context.drafts.get(draftId)
  if (!draft) return fail({ kind: 'draft-unknown', draftId })
  await readDraftOnce(context, draft)
  const { content, fileName, sha256, clientName } = draft
  if (!content) return fail(draft.problem ?? { kind: 'nothing-to-ask', fileName })
  return ok({ fileName, sha256, clientName, content, problems: content.problems })
}

/** What was asked of a file is kept with its import; the file is read again only to find its headings. */
async function findImportedFile(
  context: CommandContext,
  importId: number,
): Promise<Result<AskedFile, CallProblem>> {
  const known = getImportFile(context.store, importId)
  const bytes = known && getFileBytes(context.store, known.sha256)
  if (!known || !bytes) return fail({ kind: 'import-unknown', importId })
  const { fileName, sha256, client, problems } = known
  const content = await readClientFile(
    context,
    { bytes, name: fileName },
    { columns: [], acceptsAll: false },
    { clientName: client },
  )
  if (!content.ok) return fail({ kind: 'file-refused', fileName, problem: content.problem })
  return ok({ fileName, sha256, clientName: client, content: content.value, problems })
}
