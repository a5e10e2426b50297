import { createHash } from 'node:crypto'
import path from 'node:path'
import { applyChange, getDoneOperation } from '../../db/change-log.ts'
import { noteExported } from '../../db/note-exported.ts'
import { getExports, insertExport } from '../../db/export-record.ts'
import type { CallProblem, ExportPlan, ExportResult } from '../../shared/contract/outputs.ts'
import { formatLocalDay } from '../../shared/domain/calendar-day.ts'
import { planClientFiles } from '../../shared/domain/export-plan.ts'
import type { PublishProblem } from '../../shared/domain/file-problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import type { JobReport } from '../engine/jobs.ts'
import { getRulePack } from '../engine/rulebook.ts'
import { getExportedValuesFingerprint } from '../engine/shipment-row.ts'
import { publishFile } from '../files/publish-file.ts'
import { publishFolder, type PublishedFile, type PublishFile } from '../files/publish-folder.ts'
import { zipFolder } from '../files/zip-folder.ts'
import { toRequest } from './change-request.ts'
import { checkClock } from './check-clock.ts'
import { checkTarget, removeEmptyFolder, removePublished, restoreEmptyFolder } from './export-target.ts'
import { formatItemVerdict, getExportVerdict } from './export-verdict.ts'
import { gatherExport, type ClientExport, type GatheredExport } from './gather-export.ts'
import { makeClientFiles, verifyClientFiles } from './make-client-files.ts'

export const listExports: Handler<'export.list'> = ({ store }) => ok({ exports: getExports(store) })

/** What an export would write now, and what it would leave out and why. */
export const planExport: Handler<'export.plan'> = (context, { client }) => {
  const gathered = gatherExport(context, client)
  if (!gathered.ok) return gathered
  const plan: ExportPlan = {
    folderName: formatFolderName(context.nowMs()),
    clients: gathered.value.clients.map((entry) => {
      const statuses = entry.shipments.map(({ shipment }) => context.index.get(shipment.id)!.status)
      return {
        client: entry.client,
        folder: entry.folder,
        shipments: entry.shipments.length,
        files: planClientFiles(entry.shipments).map((file) => file.path),
        added: statuses.filter((status) => status === 'ready').length,
        changed: statuses.filter((status) => status === 'changed').length,
        unchanged: statuses.filter((status) => status === 'exported').length,
      }
    }),
    leftOut: gathered.value.leftOut,
    ready: gathered.value.clients.reduce((sum, entry) => sum + entry.shipments.length, 0),
  }
  return ok(plan)
}

/** Writes every ready shipment's files: verified, all or nothing, the same bytes for the same data. */
export const runExport: Handler<'export.run'> = (context, { opId, client, folder }) =>
  context.runJob('export', async (report) => {
    const known = getDoneOperation(context.store, opId)
    if (known) return ok(known.result as ExportResult)
    const clock = checkClock(context)
    if (clock) return fail(clock)
    const gathered = gatherExport(context, client)
    if (!gathered.ok) return gathered
    if (gathered.value.clients.length === 0) return fail({ kind: 'nothing-to-export' })
    const target = getTarget(context, folder)
    if (target === null) return fail({ kind: 'token-unknown' })
    const places = target.zip === null ? [target.folder] : [target.folder, target.zip]
    for (const place of places) {
      const problem = await checkTarget(place)
      if (problem) return fail({ kind: 'not-published', problem })
    }
    const made = await makeFiles(context, gathered.value.clients, report)
    if (!made.ok) return made
    const pros = listPros(gathered.value)
    const noted = noteExported(context.store, pros, { opId, nowMs: context.nowMs() })
    if (!noted.ok) return noted
    const manifest = { ...gathered.value, ledgerNumbers: context.store.ledger.getHead().numbers }
    const published = await publish(context, opId, target, manifest, made.value, report.signal)
    if (!published.ok) return fail({ kind: 'not-published', problem: published.problem })
    report.beginLastStep('record')
    const recorded = recordExport(context, opId, target, manifest, published.value)
    if (!recorded.ok && recorded.problem.kind !== 'commit-in-doubt') await removePublished(places)
    return recorded
  })

/** With the ledger as it stood when the files were written: a ledger that is rolled back later shows. */
interface ManifestContent extends GatheredExport {
  ledgerNumbers: string
}

const listPros = ({ clients }: GatheredExport): string[] =>
  clients.flatMap((entry) => entry.shipments.flatMap(({ shipment }) => shipment.pro ?? []))

interface Target {
  folder: string
  /** Where the door has no folders to show, the same files to download. */
  zip: string | null
}

function getTarget(context: CommandContext, token: string | undefined): Target | null {
  if (token !== undefined) {
    const offered = context.tokens.get(token)
    return offered && { folder: offered.path, zip: null }
  }
  const folder = path.join(context.exportFolder, formatFolderName(context.nowMs()))
  return { folder, zip: context.canPickFolder ? null : `${folder}.zip` }
}

async function makeFiles(
  context: CommandContext,
  clients: readonly ClientExport[],
  report: JobReport,
): Promise<Result<PublishFile[], CallProblem>> {
  const files: PublishFile[] = []
  for (const [position, entry] of clients.entries()) {
    report.progress('write', position, clients.length)
    if (report.signal.aborted) return fail({ kind: 'cancelled' })
    const made = await makeClientFiles(context.store, entry)
    if (!made.ok) return made
    const difference = await verifyClientFiles(entry, made.value)
    if (difference) throw new Error(`what was made of ${entry.folder} does not read back: ${difference}`)
    for (const file of made.value) files.push({ path: `${entry.folder}/${file.path}`, bytes: file.bytes })
  }
  return ok(files)
}

async function publish(
  context: CommandContext,
  opId: string,
  { folder, zip }: Target,
  gathered: ManifestContent,
  files: readonly PublishFile[],
  signal: AbortSignal,
): Promise<Result<PublishedFile[], PublishProblem>> {
  const exportId = opId.replace(/[^0-9A-Za-z-]/g, '-')
  const wasEmptyFolder = await removeEmptyFolder(folder)
  const published = await publishFolder(folder, files, {
    exportId,
    makeManifest: (written) => makeManifest(context, gathered, written),
    signal,
  })
  if (!published.ok && wasEmptyFolder) await restoreEmptyFolder(folder)
  if (!published.ok || zip === null) return published
  const zipped = await publishFile(zip, () => zipFolder(folder), { exportId, signal })
  if (zipped.ok) return published
  await removePublished([folder])
  return zipped
}

/** Local time, as the dispatcher reads it: 2026-11-23_0948. */
function formatFolderName(ms: number): string {
  const date = new Date(ms)
  const pad = (value: number) => String(value).padStart(2, '0')
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(pad).join('')
  return `${formatLocalDay(ms)}_${time}`
}

/**
 * Says what is in the folder, by which rules and in spite of which, and why the rest is not. Holds no clock but the day
 * of the rules, so that the same data judged the same day give the same bytes.
 */
function makeManifest(
  context: CommandContext,
  { clients, leftOut, ledgerNumbers }: ManifestContent,
  written: readonly PublishedFile[],
): Uint8Array {
  const { overrides, ...rules } = getExportVerdict(
    context,
    clients.flatMap((entry) => entry.shipments.map(({ shipment }) => shipment.id)),
  )
  const manifest = {
    application: 'Tailboard',
    version: context.version,
    rules,
    ledgerNumbers,
    clients: clients.map((entry) => ({
      client: entry.client,
      folder: entry.folder,
      shipments: entry.shipments.map(({ shipment }) => shipment.fbaId).toSorted(),
    })),
    overrides,
    leftOut: leftOut.map(({ fbaId, client, status, reasons }) => ({ fbaId, client, status, reasons })),
    files: written.map((file) => ({ path: file.path, bytes: file.byteLength, sha256: file.sha256 })),
  }
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8')
}

function recordExport(
  context: CommandContext,
  opId: string,
  { folder, zip }: Target,
  gathered: ManifestContent,
  written: readonly PublishedFile[],
): Result<ExportResult, CallProblem> {
  const shipments = gathered.clients.flatMap((entry) => entry.shipments)
  const manifestSha256 = createHash('sha256')
    .update(makeManifest(context, gathered, written))
    .digest('hex')
  const request = {
    ...toRequest(context, opId, 'export', { shipments: shipments.length, files: written.length }),
    isReversible: false,
  }
  const recorded = applyChange<ExportResult, never>(context.store, request, (store) => {
    const exportId = insertExport(store, {
      opId,
      atMs: context.nowMs(),
      who: context.who(),
      folder,
      manifestSha256,
      rulePack: getRulePack(store).id,
      judgedOn: context.index.day,
      files: written.map((file) => ({ path: file.path, sha256: file.sha256, size: file.byteLength })),
      items: shipments.map(({ shipment, carrier, boxes }) => ({
        shipmentId: shipment.id,
        fingerprint: getExportedValuesFingerprint(shipment, carrier, boxes),
        verdict: formatItemVerdict(context, shipment.id),
      })),
    })
    const result: ExportResult = {
      exportId,
      folder,
      files: written.length,
      shipments: shipments.length,
      leftOut: gathered.leftOut.length,
      manifestSha256,
      download: zip,
    }
    return ok({ patch: { inserts: [], cells: [] }, result })
  })
  if (!recorded.ok) return recorded
  const ids = shipments.map(({ shipment }) => shipment.id)
  context.index.refresh(ids)
  context.emit('changed', { shipments: ids, lists: true })
  return ok(recorded.value.result)
}
