import { writeWorkbook, type WorkbookCell } from '../files/workbook-writer.ts'
import { sumWeightKg, toPounds, type SheetBox, type SheetShipment } from './client-sheet.ts'
import { encodeText, formatDelimited } from './delimited-text.ts'
import { enGoods, pickByPlace, zhGoods, zhModes } from './sheet-words.ts'

const listBoxes = (
  shipments: readonly SheetShipment[],
  toRow: (shipment: SheetShipment, box: SheetBox, shipmentAt: number, boxAt: number) => WorkbookCell[],
): WorkbookCell[][] =>
  shipments.flatMap((shipment, shipmentAt) =>
    shipment.boxes.map((box, boxAt) => toRow(shipment, box, shipmentAt, boxAt)),
  )

/** Shipments on one sheet, their boxes with tracking IDs on the next. */
export const writeTwoSheetFile = (shipments: readonly SheetShipment[]): Uint8Array =>
  writeWorkbook([
    {
      name: '货件',
      rows: [
        ['货件编号', '参考号', '仓库代码', '派送方式', '承运商', '箱数', '总重KG', '预约号', '备注'],
        ...shipments.map((each, at) => [
          each.fbaId,
          each.referenceId,
          each.fc,
          zhModes[each.mode],
          each.carrier,
          each.boxCount,
          sumWeightKg(each),
          each.isa,
          at % 8 === 0 ? '加急' : '',
        ]),
      ],
      columnWidths: [16, 12, 10, 12, 10, 8, 10, 14, 16],
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
export const writeLabelledLinesFile = (shipments: readonly SheetShipment[], client: string): Uint8Array =>
  encodeText(
    formatDelimited(
      [
        ['送仓清单'],
        [`客户：${client}`, '', '柜号：QZXU2401149'],
        ['发货日期：2026-11-20'],
        [],
        ['货件编号', '箱号', '仓点', '派送方式', '单箱毛重', '长cm', '宽cm', '高cm', '品名', '备注'],
        ...listBoxes(shipments, (shipment, box, at) => [
          shipment.fbaId,
          box.boxId,
          shipment.fc,
          zhModes[shipment.mode],
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
    return [...names, box.boxId, box.weightKg]
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
        ['FBA单号', 'Amazon Reference ID', '仓点', '运输方式', '箱数', '总重量', '托数', 'ISA号'],
        ...trucked.map((each) => [
          each.fbaId,
          each.referenceId,
          each.fc,
          zhModes[each.mode],
          each.boxCount,
          sumWeightKg(each),
          Math.ceil(each.boxCount / 18),
          each.isa,
        ]),
      ],
      columnWidths: [16, 20, 8, 12, 8, 10, 8, 14],
    },
    {
      name: '快递',
      rows: [['FBA单号', '仓点', '运输方式', '箱唛号', '箱重'], ...boxRows],
      merges,
      columnWidths: [16, 8, 12, 24, 8],
    },
  ])
}

/** Headings that mean another thing than they seem to: 追踪编码 is the Amazon Reference ID, 件数 counts cartons. */
export const writeTrapHeadingFile = (shipments: readonly SheetShipment[]): Uint8Array =>
  writeWorkbook([
    {
      name: '货件明细',
      rows: [
        ['货件编号', '箱号', '追踪编码', '仓库代码', '渠道', '物流商', '件数', '单箱毛重', '品名'],
        ...listBoxes(shipments, (shipment, box, at) => [
          shipment.fbaId,
          box.boxId,
          shipment.referenceId,
          shipment.fc,
          zhModes[shipment.mode],
          shipment.carrier,
          shipment.boxCount,
          box.weightKg,
          pickByPlace(zhGoods, at),
        ]),
      ],
      columnWidths: [16, 24, 12, 10, 12, 10, 8, 10, 14],
    },
  ])

/** A CSV that a spreadsheet saved with tracking IDs in it. */
export const writeTrackedBoxFile = (shipments: readonly SheetShipment[]): Uint8Array =>
  encodeText(
    formatDelimited(
      [
        ['货件编号', '货箱编号', '物流中心编码', '货运方式', '承运人', '跟踪编号', '货箱重量', '备注'],
        ...listBoxes(shipments, (shipment, box) => [
          shipment.fbaId,
          box.boxId,
          shipment.fc,
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

/** Headings as in Seller Central's own exports. */
export const writeSellerCentralFile = (shipments: readonly SheetShipment[]): Uint8Array =>
  encodeText(
    formatDelimited(
      [
        [
          'fba-shipment-id',
          'fba-carton-id',
          'fulfillment-center-id',
          'ship method',
          'Box weight (lb):',
          'Title',
          'Units',
        ],
        ...listBoxes(shipments, (shipment, box, at) => [
          shipment.fbaId,
          box.boxId,
          shipment.fc,
          shipment.mode,
          toPounds(box.weightKg),
          `Bright Harbor, ${pickByPlace(enGoods, at)} "classic"`,
          24,
        ]),
      ],
      ',',
    ),
    'utf8',
  )

/** "Unicode text" of an old spreadsheet: UTF-16, parted by tabs. */
export const writeUnicodeTextFile = (shipments: readonly SheetShipment[]): Uint8Array =>
  encodeText(
    formatDelimited(
      [
        ['FBA Shipment ID', 'Box ID', 'Reference ID', 'FC', 'Shipping way', 'Box weight (lb)', 'Remarks'],
        ...listBoxes(shipments, (shipment, box) => [
          shipment.fbaId,
          box.boxId,
          shipment.referenceId,
          shipment.fc,
          shipment.mode,
          toPounds(box.weightKg),
          '',
        ]),
      ],
      '\t',
    ),
    'utf16le-bom',
  )

/** A block for each shipment, headed by its own lines and headings. */
export const writeBlockFile = (shipments: readonly SheetShipment[], client: string): Uint8Array =>
  writeWorkbook([
    {
      name: 'Packing list',
      rows: [
        [`${client}, packing lists`],
        ...shipments.flatMap((shipment, at): WorkbookCell[][] => [
          [],
          [`Shipment ID: ${shipment.fbaId}`, `Reference ID: ${shipment.referenceId}`],
          [
            `Ship to: ${shipment.fc}`,
            `Delivery mode: ${shipment.mode}`,
            shipment.carrier === '' ? null : `Carrier: ${shipment.carrier}`,
          ],
          ['Box ID', 'Box weight (kg)', 'SKU', 'Qty'],
          ...shipment.boxes.map((box) => [box.boxId, box.weightKg, `CM-${1400 + at}`, 24]),
        ]),
      ],
      columnWidths: [34, 24, 20, 8],
    },
  ])
