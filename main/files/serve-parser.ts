import { parserLimits } from './file-limits.ts'
import { packRows } from './packed-rows.ts'
import type { ParserPort, ParserRequest } from './parser-protocol.ts'
import { readTable } from './read-table.ts'
import type { TableSink } from './table-sink.ts'

/** Answers one `parse` request after another; never has more than a few batches on their way to the parent. */
export function serveParser(port: ParserPort): void {
  let inFlight = 0
  let resume: (() => void) | null = null

  const sink: TableSink = {
    begin(info) {
      port.postMessage({ kind: 'begin', info })
    },
    rows(sheetIndex, rows) {
      port.postMessage({ kind: 'rows', sheetIndex, rows: packRows(rows) })
      inFlight += 1
      if (inFlight < parserLimits.batchesInFlight) return undefined
      return new Promise((resolve) => {
        resume = resolve
      })
    },
    sheet(info) {
      port.postMessage({ kind: 'sheet', info })
    },
    encodings(previews) {
      port.postMessage({ kind: 'encodings', previews })
    },
  }

  const parse = async ({ file, options }: ParserRequest & { kind: 'parse' }) => {
    const result = await readTable(file, sink, options)
    port.postMessage(
      result.ok ? { kind: 'done', facts: result.value } : { kind: 'problem', problem: result.problem },
    )
  }

  port.on('message', (request) => {
    if (request.kind === 'parse') {
      void parse(request)
      return
    }
    inFlight -= 1
    resume?.()
    resume = null
  })
}
