import { writeFileSync } from 'node:fs'
import { writeWorkbook, type WorkbookCell } from '../main/files/workbook-writer.ts'
import { getBoxId, getFbaId, getTrackingId } from './bench-data.ts'

/** A client's box list of twelve columns as a workbook, in a process of its own like `write-box-csv.ts`. */
const boxesEach = 20
const headings = 'FBA货件号,FBA箱号,仓库代码,派送方式,单箱毛重kg,参考号,客户单号,追踪编码,长cm,宽cm,高cm,备注'

const [, , file, rowCount] = process.argv
const rows: WorkbookCell[][] = [headings.split(',')]
for (let index = 0; index < Number(rowCount); index++) {
  const shipment = Math.floor(index / boxesEach)
  const fbaId = getFbaId(shipment)
  rows.push([
    fbaId,
    getBoxId(fbaId, (index % boxesEach) + 1),
    'ONT8',
    'SPD',
    12 + (index % 90) / 10,
    `4TB${shipment.toString(36).toUpperCase().padStart(5, '0')}`,
    `XY-${shipment}`,
    getTrackingId(index),
    60,
    40,
    30 + (index % 25),
    '易碎 & 防潮',
  ])
}
writeFileSync(file!, writeWorkbook([{ name: '箱单', rows }]))
