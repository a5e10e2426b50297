import { writeWorkbook } from '../files/workbook-writer.ts'
import { getSentDay, sumWeightKg, type SheetHead, type SheetShipment } from './client-sheet.ts'
import { encodeText, formatDelimited } from './delimited-text.ts'
import { listBoxes } from './list-boxes.ts'
import { asIs, spellMoment, withDots, withoutMarks, withSlashes } from './sheet-days.ts'
import { pickByPlace, zhGoods, zhModes } from './sheet-words.ts'

/** Shipments on one sheet, their boxes with tracking IDs on the next. */
export const writeTwoSheetFile = (shipments: readonly SheetShipment[]): Uint8Array =>
  writeWorkbook([
    {
      name: '货件',
      rows: [
        [
          '货件编号',
          '参考号',
          '计划编号',
          '创建时间',
          '仓库代码',
          '派送方式',
          '承运商',
          '箱数',
          '托盘数',
          '总重KG',
          '预计到仓日期',
          '预约号',
          '预约时间',
          '备注',
        ],
        ...shipments.map((each, at) => [
          each.fbaId,
          each.referenceId,
          each.planId,
          `${each.createdOn} 10:21:07`,
          each.fc,
          zhModes[each.mode],
          each.carrier,
          each.boxCount,
          each.pallets,
          sumWeightKg(each),
          each.etaOn,
          each.isa,
          spellMoment(each.appointmentAt, asIs),
          at % 8 === 0 ? '加急' : '',
        ]),
      ],
      columnWidths: [16, 12, 40, 20, 10, 12, 10, 8, 8, 10, 14, 14, 18, 16],
    },
    {
      name: '箱单',
      rows: [
        ['FBA箱号', '货件编号', '快递单号', '单箱重kg', '中文品名', '数量'],
        ...listBoxes(shipments, (shipment, box, at) => [
          box.boxId,
          shipment.fbaId,
          box.trackingId,
          box.weightKg,
          pickByPlace(zhGoods, at),
          24,
        ]),
      ],
      columnWidths: [24, 16, 26, 10, 14, 8],
    },
  ])

/** From an old spreadsheet: GBK, the sender's lines above the table, totals below it. */
export const writeLabelledLinesFile = (shipments: readonly SheetShipment[], head: SheetHead): Uint8Array =>
  encodeText(
    formatDelimited(
      [
        ['送仓清单'],
        [`客户：${head.client}`, '', '柜号：QZXU2401149'],
        [`发货日期：${getSentDay(head)}`],
        [],
        [
          '货件编号',
          '箱号',
          '仓点',
          '派送方式',
          '预计到仓日期',
          '单箱毛重',
          '长cm',
          '宽cm',
          '高cm',
          '品名',
          '备注',
        ],
        ...listBoxes(shipments, (shipment, box, at) => [
          shipment.fbaId,
          box.boxId,
          shipment.fc,
          zhModes[shipment.mode],
          withSlashes(shipment.etaOn),
          box.weightKg,
          50,
          40,
          35,
          pickByPlace(zhGoods, at),
          '',
        ]),
        [
          '合计',
          '',
          '',
          '',
          '',
          Math.round(shipments.reduce((sum, each) => sum + sumWeightKg(each), 0) * 10) / 10,
        ],
      ],
      ',',
    ),
    'gb18030',
  )

/** Trucks on one sheet, a row for each shipment; parcels on another, a row for each box under merged cells. */
export function writeSheetPerTypeFile(shipments: readonly SheetShipment[]): Uint8Array {
  const trucked = shipments.filter((each) => each.mode !== 'SPD')
  const parcels = shipments.filter((each) => each.mode === 'SPD')
  const boxRows = listBoxes(parcels, (shipment, box, _, boxAt) => {
    const names = boxAt === 0 ? [shipment.fbaId, shipment.fc, zhModes[shipment.mode]] : [null, null, null]
    return [...names, box.boxId, box.weightKg, withDots(shipment.etaOn)]
  })
  const merges = parcels.flatMap((each, at) =>
    [0, 1, 2].map((column) => ({
      top: 2 + at * each.boxes.length,
      bottom: 1 + (at + 1) * each.boxes.length,
      left: column,
      right: column,
    })),
  )
  return writeWorkbook([
    {
      name: '卡派',
      rows: [
        ['FBA单号', 'Amazon Reference ID', '仓点', '运输方式', '箱数', '总重量', '托数', 'ISA号', '送仓时间'],
        ...trucked.map((each) => [
          each.fbaId,
          each.referenceId,
          each.fc,
          zhModes[each.mode],
          each.boxCount,
          sumWeightKg(each),
          each.pallets,
          each.isa,
          spellMoment(each.appointmentAt, withDots),
        ]),
      ],
      columnWidths: [16, 20, 8, 12, 8, 10, 8, 14, 18],
    },
    {
      name: '快递',
      rows: [['FBA单号', '仓点', '运输方式', '箱唛号', '箱重', '预计到仓时间'], ...boxRows],
      merges,
      columnWidths: [16, 8, 12, 24, 8, 14],
    },
  ])
}

/** Headings that mean another thing than they seem to: 追踪编码 is the Amazon Reference ID, 件数 counts cartons. */
export const writeTrapHeadingFile = (shipments: readonly SheetShipment[]): Uint8Array =>
  writeWorkbook([
    {
      name: '货件明细',
      rows: [
        [
          '货件编号',
          '货件创建日期',
          '计划编号',
          '箱号',
          '追踪编码',
          '仓库代码',
          '渠道',
          '物流商',
          '件数',
          '预约日期',
          '单箱毛重',
          '品名',
        ],
        ...listBoxes(shipments, (shipment, box, at) => [
          shipment.fbaId,
          withoutMarks(shipment.createdOn),
          shipment.planId,
          box.boxId,
          shipment.referenceId,
          shipment.fc,
          zhModes[shipment.mode],
          shipment.carrier,
          shipment.boxCount,
          spellMoment(shipment.appointmentAt, withoutMarks),
          box.weightKg,
          pickByPlace(zhGoods, at),
        ]),
      ],
      columnWidths: [16, 14, 40, 24, 12, 10, 12, 10, 8, 16, 10, 14],
    },
  ])

/** A CSV that a spreadsheet saved with tracking IDs in it. */
export const writeTrackedBoxFile = (shipments: readonly SheetShipment[]): Uint8Array =>
  encodeText(
    formatDelimited(
      [
        [
          '货件编号',
          '货箱编号',
          '物流中心编码',
          '预计到达时间',
          '货运方式',
          '承运人',
          '跟踪编号',
          '货箱重量',
          '备注',
        ],
        ...listBoxes(shipments, (shipment, box) => [
          shipment.fbaId,
          box.boxId,
          shipment.fc,
          shipment.etaOn,
          zhModes[shipment.mode],
          shipment.carrier,
          box.trackingId,
          box.weightKg,
          '',
        ]),
      ],
      ',',
    ),
    'utf8-bom',
  )
