import type { FileProblem } from '../../shared/domain/file-problem.ts'
import { readPairingRows, type SkippedLines, type TrackingLine } from '../../shared/domain/pairing/pairing.ts'
import type { RawRow } from '../../shared/domain/sheet/raw-cell.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CommandContext } from '../engine/context.ts'
import type { OfferedFile } from '../engine/token-box.ts'
import { parseInChild } from '../files/parser-client.ts'

export interface TrackingList {
  lines: readonly TrackingLine[]
  skipped: SkippedLines
}

/** What was shown is what is written: an offered file is read once. */
const known = new WeakMap<OfferedFile, TrackingList>()

/** A carrier's list, all its sheets one after another. */
export async function readTrackingList(
  context: CommandContext,
  file: OfferedFile,
): Promise<Result<TrackingList, FileProblem>> {
  const before = known.get(file)
  if (before) return ok(before)
  const lines: TrackingLine[] = []
  const skipped: SkippedLines = { blank: 0, words: 0, voided: 0 }
  let rows: RawRow[] = []
  const parsed = await parseInChild(
    context.startParser,
    { path: file.path },
    {
      rows(_sheetIndex, batch) {
        for (const row of batch) rows.push(row)
      },
      sheet(info) {
        const sheet = readPairingRows(rows, info.name)
        for (const line of sheet.lines) lines.push({ ...line, index: lines.length })
        for (const kind of ['blank', 'words', 'voided'] as const) skipped[kind] += sheet.skipped[kind]
        rows = []
      },
    },
  )
  if (!parsed.ok) return parsed
  known.set(file, { lines, skipped })
  return ok({ lines, skipped })
}
