import type { FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import { createRowQueue } from './row-queue.ts'
import { createSpreadsheetMlCollector, spreadsheetMlEntry } from './spreadsheetml-collector.ts'
import type { SheetFacts, TableSink } from './table-sink.ts'
import { createXmlWalker } from './xml-walker.ts'

const pieceChars = 64 * 1024

/** Reads a workbook in the XML of Excel 2003 into the sink. Throws FileRefusal. */
export async function readSpreadsheetMl(
  text: string,
  sink: TableSink,
  limits: FileLimits,
): Promise<SheetFacts[]> {
  const queue = createRowQueue(sink)
  const walker = createXmlWalker(spreadsheetMlEntry, createSpreadsheetMlCollector(queue, limits), limits)
  for (let at = 0; at < text.length; at += pieceChars) {
    walker.write(text.slice(at, at + pieceChars))
    await queue.passOn()
  }
  walker.end()
  await queue.passOn()
  if (queue.facts.length === 0) throw new FileRefusal({ kind: 'not-a-workbook' })
  return queue.facts
}
