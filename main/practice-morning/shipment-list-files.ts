import type { MergedRange } from '../../shared/domain/sheet/raw-cell.ts'
import { writeWorkbook, type WorkbookCell } from '../files/workbook-writer.ts'
import { addDays } from '../../shared/domain/calendar-day.ts'
import { getSentDay, sumWeightKg, type SheetHead, type SheetShipment } from './client-sheet.ts'
import { encodeText, formatDelimited } from './delimited-text.ts'
import { asIs, inChinese, inChineseTitle, inEnglish, spellMoment, withSlashes } from './sheet-days.ts'
import { enGoods, pickByPlace, zhModes } from './sheet-words.ts'

const cubicMetres = (shipment: SheetShipment): number => Math.round(shipment.boxCount * 6.4) / 100

const spanHeading = (top: number, bottom: number, left: number, right: number): MergedRange => ({
  top,
  bottom,
  left,
  right,
})

/** Two heading lines with merged cells under a title, and a row of totals behind the table. */
export function writeMergedHeadingFile(
  shipments: readonly SheetShipment[],
  { client, day }: SheetHead,
): Uint8Array {
  const rows = shipments.map((each, at): WorkbookCell[] => [
    at + 1,
    each.fbaId,
    each.referenceId,
    each.fc,
    '美国',
    each.boxCount,
    sumWeightKg(each),
    cubicMetres(each),
    each.pallets,
    zhModes[each.mode],
    each.isa,
    spellMoment(each.appointmentAt, inChinese),
    at % 6 === 0 ? '需打托' : '',
  ])
  const boxes = shipments.reduce((sum, each) => sum + each.boxCount, 0)
  return writeWorkbook([
    {
      name: '送仓计划',
      rows: [
        [`${client} ${inChineseTitle(day)}送仓计划`],
        [
          '序号',
          '货件编号',
          '参考号',
          '目的',
          null,
          '货物',
          null,
          null,
          null,
          '派送方式',
          '预约号',
          '预约时间',
          '备注',
        ],
        [null, null, null, '仓库代码', '国家', '箱数', '总重KG', '体积', '板数'],
        ...rows,
        ['合计', null, null, null, null, boxes],
      ],
      merges: [
        spanHeading(1, 1, 0, 12),
        ...[0, 1, 2, 9, 10, 11, 12].map((column) => spanHeading(2, 3, column, column)),
        spanHeading(2, 2, 3, 4),
        spanHeading(2, 2, 5, 8),
      ],
      columnWidths: [6, 16, 12, 10, 8, 8, 10, 8, 8, 12, 14, 22, 16],
    },
  ])
}

/** A seller's own list, with columns that no field takes. */
export const writeSellerListFile = (shipments: readonly SheetShipment[]): Uint8Array =>
  encodeText(
    formatDelimited(
      [
        [
          '货件名称',
          'FBA货件编号',
          '创建日期',
          '内部编号',
          '目的地',
          '箱数',
          '板数',
          '预约时间',
          '物流方式',
          'MSKU',
          '预计商品数量',
          'MSKU状态',
        ],
        ...shipments.map((each, at) => [
          `11月补货-${String(at + 1).padStart(2, '0')}`,
          each.fbaId,
          withSlashes(each.createdOn),
          each.referenceId,
          each.fc,
          each.boxCount,
          each.pallets,
          spellMoment(each.appointmentAt, withSlashes),
          zhModes[each.mode],
          `YQ-${1400 + at}`,
          each.boxCount * 24,
          '在售',
        ]),
      ],
      ',',
    ),
    'gb18030',
  )

/** Headings in two languages under the sender's lines, totals and bank lines behind the table. */
export function writeBilingualFile(shipments: readonly SheetShipment[], head: SheetHead): Uint8Array {
  const rows = shipments.map((each, at): WorkbookCell[] => [
    each.fbaId,
    each.referenceId,
    each.fc,
    zhModes[each.mode],
    each.boxCount,
    sumWeightKg(each),
    each.pallets,
    each.isa,
    spellMoment(each.appointmentAt, asIs),
    each.pro,
    at % 5 === 0 ? '贴托盘标' : '',
  ])
  return writeWorkbook([
    {
      name: '派送清单',
      rows: [
        [`客户：${head.client}`],
        [`发货日期：${getSentDay(head)}`, null, null, '柜号：QZXU2401090'],
        [],
        [
          '货件编号 FBA ID',
          '参考号 Reference ID',
          '仓库代码 FC',
          '派送方式 METHOD',
          '箱数 CTNS',
          '总重 Total GW',
          '托数 Pallets',
          '预约号 ISA',
          '预约时间 Appointment time',
          'PRO号 PRO#',
          '备注 Remark',
        ],
        ...rows,
        ['合计 Total', null, null, null, shipments.reduce((sum, each) => sum + each.boxCount, 0)],
        ['开户行：见合同'],
      ],
      columnWidths: [18, 16, 12, 14, 10, 12, 10, 14, 22, 14, 16],
    },
  ])
}

const supplierHeadings =
  'SYSTEM NO|Order No|ITEMS|DESTINATION|FBA ID|NO OF CTNS |PLTS|SHIPPING  WAY|TRACKING NUMBERS|CARRIER|ETD|ETA|Plan ID'

/** A supplier's tracking sheet: the first row empty, headings with blanks in them, notes in a column without one. */
export const writeSupplierFile = (shipments: readonly SheetShipment[], { day }: SheetHead): Uint8Array =>
  writeWorkbook([
    {
      name: 'US',
      rows: [
        [],
        supplierHeadings.split('|'),
        ...shipments.map((each, at) => [
          `NL-${2401 + at}`,
          `PO ${470 + at}`,
          pickByPlace(enGoods, at),
          each.fc,
          each.fbaId,
          each.boxCount,
          each.pallets,
          each.mode,
          '/',
          'To be assigned',
          addDays(day, -26),
          inEnglish(each.etaOn),
          each.planId,
          at % 7 === 0 ? 'call before delivery' : null,
        ]),
      ],
      columnWidths: [12, 10, 18, 14, 18, 12, 8, 16, 20, 16, 12, 14, 40, 22],
    },
  ])
