/** What an imported file may cost, whatever it claims about itself. Sizes are bytes unless the name says otherwise. */
export interface FileLimits {
  fileBytes: number
  zipEntries: number
  /** Sum over all parts, counted while inflating: the sizes in zip headers can lie. */
  unpackedBytes: number
  /** Unpacked to packed size; applies to parts above `ratioFreeBytes` only. */
  ratio: number
  ratioFreeBytes: number
  xmlDepth: number
  /** Input without the end of a tag, text or comment: bounds one value before it is complete. */
  xmlTokenChars: number
  cellChars: number
  rows: number
  columns: number
  cells: number
  merges: number
  sheets: number
  csvRecordChars: number
}

export const fileLimits: FileLimits = {
  fileBytes: 50 * 1024 * 1024,
  zipEntries: 2_000,
  unpackedBytes: 400 * 1024 * 1024,
  ratio: 200,
  ratioFreeBytes: 10 * 1024 * 1024,
  xmlDepth: 64,
  xmlTokenChars: 2 * 1024 * 1024,
  cellChars: 32_767,
  rows: 1_048_576,
  columns: 512,
  cells: 20_000_000,
  merges: 100_000,
  sheets: 255,
  csvRecordChars: 16 * 1024 * 1024,
}

/** Limits of the child process that parses, beside those of the file. */
export const parserLimits = {
  heapMb: 512,
  residentBytes: 600 * 1024 * 1024,
  timeoutMs: 60_000,
  batchRows: 2_000,
  batchesInFlight: 4,
}

/** For Node: the heap's cap, and a small nursery, for which parsing has no use. */
export const parserFlags = [`--max-old-space-size=${parserLimits.heapMb}`, '--max-semi-space-size=4']
