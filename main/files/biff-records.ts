import { FileRefusal } from './file-refusal.ts'

/** Records of an Excel 5 to 2003 workbook that are read. Source: [MS-XLS] 2.3; read November 2026. */
export const biff = {
  formula: 0x0006,
  end: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  continued: 0x003c,
  codePage: 0x0042,
  columnInfo: 0x007d,
  boundSheet: 0x0085,
  filterMode: 0x009b,
  autoFilterInfo: 0x009d,
  mulRk: 0x00bd,
  richString: 0x00d6,
  cellFormat: 0x00e0,
  mergeCells: 0x00e5,
  sharedStrings: 0x00fc,
  labelShared: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  booleanOrError: 0x0205,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  numberFormat: 0x041e,
  begin: 0x0809,
} as const

export interface BiffRecord {
  type: number
  data: Buffer
  /** What follows in CONTINUE records, piece by piece: texts say anew at each piece how wide their characters are. */
  more: Buffer[]
}

export const refuseXls = (cell?: string): never => {
  throw new FileRefusal({ kind: 'damaged-xls', ...(cell === undefined ? {} : { cell }) })
}

/**
 * The records from `start` to the end of the part that begins there; charts that lie in it are left out. Throws
 * FileRefusal where the stream ends before the part does: what is missing behind a cut could be anything.
 */
export function* readBiffPart(stream: Buffer, start: number): Generator<BiffRecord> {
  let at = start
  let depth = 0
  do {
    if (at + 4 > stream.length) refuseXls()
    const type = stream.readUInt16LE(at)
    const end = at + 4 + stream.readUInt16LE(at + 2)
    if (end > stream.length) refuseXls()
    const data = stream.subarray(at + 4, end)
    at = end
    if (type === biff.begin) depth += 1
    else if (depth === 0) refuseXls()
    if (type === biff.end) depth -= 1
    const more: Buffer[] = []
    while (at + 4 <= stream.length && stream.readUInt16LE(at) === biff.continued) {
      const pieceEnd = at + 4 + stream.readUInt16LE(at + 2)
      if (pieceEnd > stream.length) refuseXls()
      more.push(stream.subarray(at + 4, pieceEnd))
      at = pieceEnd
    }
    if (depth === 1) yield { type, data, more }
  } while (depth > 0)
}
