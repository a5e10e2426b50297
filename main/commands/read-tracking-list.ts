import type { FileProblem } from '../../shared/domain/file-problem.ts'
import { parsePairingRows, type TrackingLine } from '../../shared/domain/pairing/pairing.ts'
import type { RawRow } from '../../shared/domain/sheet/raw-cell.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CommandContext } from '../engine/context.ts'
import type { OfferedFile } from '../engine/token-box.ts'
import { parseInChild } from '../files/parser-client.ts'

/** A carrier's list, all its sheets one after another. */
export async function readTrackingList(
  context: CommandContext,
  file: OfferedFile,
): Promise<Result<TrackingLine[], FileProblem>> {
  const lines: TrackingLine[] = []
  let rows: RawRow[] = []
  const parsed = await parseInChild(
    context.startParser,
    { path: file.path },
    {
      rows(_sheetIndex, batch) {
        for (const row of batch) rows.push(row)
      },
      sheet(info) {
        for (const line of parsePairingRows(rows, info.name)) lines.push({ ...line, index: lines.length })
        rows = []
      },
    },
  )
  return parsed.ok ? ok(lines) : parsed
}
