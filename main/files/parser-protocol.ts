import type { FileProblem } from '../../shared/domain/file-problem.ts'
import type { RawSheetInfo } from '../../shared/domain/sheet/raw-cell.ts'
import type { EncodingPreview } from '../../shared/domain/sheet/text-encodings.ts'
import type { PackedRows } from './packed-rows.ts'
import type { FileFacts, ReadOptions, TableFile } from './table-sink.ts'

export type ParserOptions = Omit<ReadOptions, 'signal'>

/** To the parser. An `ack` says that one `rows` message has been taken. */
export type ParserRequest = { kind: 'parse'; file: TableFile; options: ParserOptions } | { kind: 'ack' }

/** From the parser; `done` or `problem` is the last. */
export type ParserMessage =
  | { kind: 'begin'; info: RawSheetInfo }
  | { kind: 'rows'; sheetIndex: number; rows: PackedRows }
  | { kind: 'sheet'; info: RawSheetInfo }
  | { kind: 'encodings'; previews: EncodingPreview[] }
  | { kind: 'done'; facts: FileFacts }
  | { kind: 'problem'; problem: FileProblem }

/** The parser's end of the line to its parent: process messages or a MessagePort. */
export interface ParserPort {
  postMessage: (message: ParserMessage) => void
  on: (event: 'message', listener: (request: ParserRequest) => void) => void
}

/** The parent's end: a forked child, or an Electron utility process with a MessagePort. */
export interface ParserChild {
  pid: number | undefined
  send: (request: ParserRequest) => void
  on: {
    (event: 'message', listener: (message: ParserMessage) => void): void
    (event: 'exit', listener: () => void): void
  }
  /** Ends the process at once, whatever it is doing. */
  kill: () => void
}

export type StartParser = () => ParserChild
