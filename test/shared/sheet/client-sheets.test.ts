import { describe, expect, test } from 'vitest'
import { dateCell, detect, listFields, listProblems, makeSheet, readFile } from './sheet-case.ts'

const split = (headings: string): string[] => headings.split('|')

/** The layouts clients and forwarders send, with invented contents; expected values are read off the lines by hand. */

describe("a supplier's tracking sheet: heading in row 2, notes in a column without one", () => {
  const sheet = makeSheet([
    [],
    split(
      'SYSTEM NO|Order No|ITEMS|DESTINATION|FBA ID|NO OF CTNS |SHIPPING  WAY|TRACKING NUMBERS|CARRIER|ETD|',
    ),
    [
      'S-1',
      'PO 1',
      'cup',
      'ONT8',
      'FBA19TB4K7Q2',
      12,
      'UPS',
      '1ZA1B2C30300014703',
      'UPS',
      dateCell('46227', '2026-07-24'),
      '',
    ],
    [
      'S-2',
      'PO 2',
      'mug',
      'LGB8',
      'FBA19TB4K7Q3 ',
      1,
      'UPS',
      '1ZA1B2C30300014712',
      'UPS',
      '2026-07-24',
      'call first',
    ],
    ['S-3', 'PO 3', 'jug', 'SBD1', 'STAR-ABCDE12345XYZ', 7, 'TRUCK', '/', 'To be assigned', '2026-07-24', ''],
    ['Total', '', '', '', '', 20],
  ])

  test('is a row per shipment', () => {
    const layout = detect(sheet)
    expect(layout).toMatchObject({ shape: 'per-shipment', headingRow: 2, missing: [] })
    expect(listFields(layout)).toEqual(
      'clientReference clientReference clientReference fc fbaId boxCount mode trackingId carrier date notes',
    )
  })

  test("a number goes on a shipment's only box; of twelve boxes it is a master and is kept beside", () => {
    const { shipments, counts, problems } = readFile(sheet)
    expect(shipments.map(({ fbaId, boxes }) => [fbaId, boxes.map((box) => box.trackingId)])).toEqual([
      ['FBA19TB4K7Q2', []],
      ['FBA19TB4K7Q3', ['1ZA1B2C30300014712']],
      ['STAR-ABCDE12345XYZ', []],
    ])
    expect(shipments[0]).toMatchObject({
      fc: 'ONT8',
      declaredBoxCount: 12,
      roadMode: 'parcel',
      carrierName: 'UPS',
      clientReference: 'S-1',
      extras: {
        'Order No': 'PO 1',
        ITEMS: 'cup',
        ETD: '2026-07-24',
        'TRACKING NUMBERS': '1ZA1B2C30300014703',
      },
    })
    expect(shipments[1]?.note).toBe('call first')
    expect(shipments[2]).not.toHaveProperty('carrierName')
    expect(counts).toEqual({ rows: 3, blank: 0, totals: 1, held: 0 })
    expect(problems.map((problem) => `${problem.cell} ${problem.kind}`)).toEqual([
      'E4 cleaned',
      'A6 totals-row',
    ])
  })
})

describe("a forwarder's order form: labels above, the table below", () => {
  const sheet = makeSheet([
    ['国际货运委托书'],
    ['运单号（FBA单号）', 'FBA19TB4K7Q2', null, '走货线路', '快递派送'],
    ['收货地址/亚马逊仓库代码', 'CA-YVR4'],
    ['总件数', 3],
    [],
    [
      '亚马逊FBA子单号/箱唛号',
      'Reference ID（亚马逊追踪编码）',
      '中文品名',
      '箱数/件数CTN',
      '实重',
      '长',
      '宽',
      '高',
    ],
    ['FBA19TB4K7Q2U000022', '2ABCDEF1', '杯', 1, '12.5', 40, 30, 20],
    ['FBA19TB4K7Q2U000023', '2ABCDEF1', '杯', 1, '12.5', 40, 30, 20],
    ['FBA19TB4K7Q2U000024', '2ABCDEF1', '杯', 1, '11.25', 40, 30, 20],
    ['合计', null, null, 3, '36.25'],
    ['开户行：见合同'],
  ])

  test('is a row per box, and the labels speak of its shipment', () => {
    const { shipments, counts } = readFile(sheet)
    expect(detect(sheet)).toMatchObject({ shape: 'per-box', headingRow: 6, missing: [] })
    expect(shipments).toHaveLength(1)
    expect(shipments[0]).toMatchObject({
      fbaId: 'FBA19TB4K7Q2',
      fc: 'YVR4',
      roadMode: 'parcel',
      referenceId: '2ABCDEF1',
      declaredBoxCount: 3,
      place: { sheet: 0, row: 7 },
      boxes: [
        { boxId: 'FBA19TB4K7Q2U000022', trackingId: null, weightKg: 12.5, place: { sheet: 0, row: 7 } },
        { boxId: 'FBA19TB4K7Q2U000023', trackingId: null, weightKg: 12.5, place: { sheet: 0, row: 8 } },
        { boxId: 'FBA19TB4K7Q2U000024', trackingId: null, weightKg: 11.25, place: { sheet: 0, row: 9 } },
      ],
    })
    expect(counts).toEqual({ rows: 3, blank: 0, totals: 2, held: 0 })
  })
})

describe('a consignment sheet: headings with line breaks, one sheet per FC, box ranges', () => {
  const sheet = makeSheet(
    [
      [
        'FBA箱号\n（连号用“-”表示）',
        '中文品名',
        '总箱数',
        '单箱毛重',
        '长cm',
        '亚马逊内部编号\nREFERENCE ID（PO）',
        '仓库代码\nAMAZON',
      ],
      ['FBA19TB4K7Q2U000001', '杯', 1, 12, 40, '2ABCDEF1', 'ONT8'],
      ['FBA19TB4K7Q2U000002-4', '碗', 3, 10, 40, '2ABCDEF1', 'ONT8'],
      ['FBA19TB4K7Q2U000005-9', '盘', 4, 10, 40, '2ABCDEF1', 'ONT8'],
    ],
    { name: 'ONT8' },
  )

  test('takes single boxes and ranges that have as many boxes as the row counts', () => {
    const read = readFile(sheet)
    expect(detect(sheet).shape).toBe('box-ranges')
    expect(read.shipments).toMatchObject([{ fbaId: 'FBA19TB4K7Q2', fc: 'ONT8', grossWeightKg: 42 }])
    expect(read.shipments[0]!.boxes.map(({ boxId, weightKg }) => [boxId, weightKg])).toEqual([
      ['FBA19TB4K7Q2U000001', 12],
      ['FBA19TB4K7Q2U000002', 10],
      ['FBA19TB4K7Q2U000003', 10],
      ['FBA19TB4K7Q2U000004', 10],
    ])
  })

  test('holds a range back that names another number of boxes than its row counts', () => {
    const read = readFile(sheet)
    expect(read.counts.held).toBe(1)
    expect(listProblems(read)).toEqual(['A4 block range-count-differs'])
  })
})

describe('a warehouse packing list: totals in kilograms and pounds', () => {
  const sheet = makeSheet([
    split(
      '唛头|箱数|总箱重kg|总箱磅(lb)|总cbm|长|宽|高|仓库代码|仓库/私人 地址|FBA号|Amazon Reference ID|派送方式|快递单号|备注|最早派送时间|最晚派送时间',
    ),
    [
      'QD-01',
      20,
      250,
      551.156,
      1.2,
      60,
      40,
      50,
      'ONT8',
      'a',
      'FBA19TB4K7Q2',
      '2ABCDEF1',
      '卡派',
      '',
      '打托',
      '7/24',
      '7/28',
    ],
    [
      'QD-02',
      12,
      140,
      308.647,
      0.9,
      60,
      40,
      50,
      'LGB8',
      'b',
      'FBA19TB4K7Q3',
      '3ABCDEF1',
      'SPD 快递',
      '',
      '',
      '7/24',
      '7/28',
    ],
  ])

  test('is a row per shipment with its own mark, weight in kilograms', () => {
    expect(listFields(detect(sheet))).toMatch(/^clientReference boxCount weight - volume length /)
    expect(readFile(sheet).shipments).toMatchObject([
      {
        fbaId: 'FBA19TB4K7Q2',
        clientReference: 'QD-01',
        grossWeightKg: 250,
        roadMode: 'truck',
        note: '打托',
      },
      {
        fbaId: 'FBA19TB4K7Q3',
        grossWeightKg: 140,
        amazonMode: 'SPD',
        roadMode: 'parcel',
        referenceId: '3ABCDEF1',
      },
    ])
  })
})

describe('a batch of truck trips', () => {
  const sheet = makeSheet([
    split(
      '柜号|仓点|CBM|卡板|预约时间|ISA|pickup time|PickUp number|Shipment ID|预约账号|预约类型|装车类型|备注|发货仓库',
    ),
    [
      'QZXU2401090',
      'ONT8',
      20,
      10,
      '2026-07-24 08:00',
      7040011223,
      '7/23',
      'P1',
      'FBA19TB4K7Q2',
      'x',
      'live',
      '卡板',
      '',
      'LA',
    ],
    [
      'QZXU2401090',
      'LGB8',
      18,
      9,
      '2026-07-24 10:00',
      '7040011224',
      '7/23',
      'P1',
      'FBA19TB4K7Q3',
      'x',
      'live',
      '地板',
      '',
      'LA',
    ],
  ])

  test('gives appointments; trip and container stay among the extras', () => {
    const { shipments, problems } = readFile(sheet)
    expect(shipments).toMatchObject([
      {
        fbaId: 'FBA19TB4K7Q2',
        isa: '7040011223',
        extras: { 柜号: 'QZXU2401090', 装车类型: '卡板', 发货仓库: 'LA' },
      },
      { fbaId: 'FBA19TB4K7Q3', isa: '7040011224', palletCount: 9, appointmentAt: '2026-07-24T10:00' },
    ])
    expect(problems).toEqual([])
  })
})

describe('trips to private addresses', () => {
  test('have no shipments of ours', () => {
    const sheet = makeSheet([
      ['柜号', '唛头', '卡板', 'CBM', 'pickup time', '承运公司', '供应商', '预约类型', '备注', '发货仓库'],
      ['QZXU2401090', 'QD-01', 3, 5, '7/23', '北线车队', '甲仓', 'live', '', 'LA'],
    ])
    expect(detect(sheet)).toMatchObject({ shape: 'none', missing: ['fbaId', 'fc', 'mode'] })
    expect(readFile(sheet).shipments).toEqual([])
  })
})

describe('a pallet list with weights in pounds', () => {
  const sheet = makeSheet([
    [
      '接货仓库',
      '收货地址',
      '柜号',
      '州代码',
      '板数',
      'FBA号码',
      'PO号码',
      '重量(lbs)',
      'CBM',
      '件数',
      '客户名',
    ],
    ['LA', 'x', 'QZXU2401090', 'CA', 2, 'FBA19TB4K7Q2', '2ABCDEF1', 1000, 2, 40, '甲公司'],
    ['LA', 'y', 'QZXU2401090', 'CA', 3, 'FBA19TB4K7Q3', '3ABCDEF1', 2000, 3, 60, '甲公司'],
  ])

  test('asks whether 件数 are boxes', () => {
    expect(
      detect(sheet)
        .columns.filter((column) => column.verdict === 'confirm')
        .map((column) => column.heading),
    ).toEqual(['件数'])
    expect(readFile(sheet).shipments).toMatchObject([
      { clientName: '甲公司', referenceId: '2ABCDEF1', grossWeightKg: 453.592, declaredBoxCount: 40 },
      { clientName: '甲公司', referenceId: '3ABCDEF1', grossWeightKg: 907.185, declaredBoxCount: 60 },
    ])
  })
})

describe('a pre-alert modelled on Carrier Central', () => {
  const sheet = makeSheet([
    split(
      '仓点|单号/箱唛|Delivery Address （派送地址）|拦截暂扣|BOL List （货物FBA号码）|Carton Count（箱数）|CMB（立方数）|Weight KG（重量）|Vendor Name（供应商名称）|散货/托盘类型|托盘操作要求|备注（打托要求/拼车/换标/其他）',
    ),
    ['ONT8', 'QD-1', 'a', '否', 'FBA19TB4K7Q2', 40, 2, 400, '甲', '托盘', '', '换标'],
    ['CA-YVR4', 'QD-2', 'b', '是', 'FBA19TB4K7Q3', 20, 2, 250, '甲', '散货', '贴标', '留仓'],
  ])

  test('is a row per shipment', () => {
    expect(listFields(detect(sheet))).toEqual(
      'fc clientReference address hold fbaId boxCount volume weight client loadType notes notes',
    )
    expect(readFile(sheet).shipments).toMatchObject([
      { fc: 'ONT8', grossWeightKg: 400, note: '换标' },
      { fc: 'YVR4', note: '贴标\n留仓', extras: { 拦截暂扣: '是' } },
    ])
  })
})

describe('a pre-alert packing list', () => {
  test('finds the shipment ID in its last column', () => {
    const sheet = makeSheet([
      [
        '唛头',
        '中文品名',
        '英文品名',
        '外包装种类',
        '箱数',
        '产品数量',
        '实重kg',
        '总方数',
        '州',
        '邮编',
        'FBA Shipment ID',
      ],
      ['QD-01', '杯', 'cup', '纸箱', 20, 400, 260, 1.2, 'CA', '91761', 'FBA19TB4K7Q2'],
      ['QD-02', '碗', 'bowl', '纸箱', 10, 100, 130, 0.6, 'CA', '92408', 'FBA19TB4K7Q3'],
    ])
    expect(listFields(detect(sheet))).toEqual(
      'clientReference goods goods - boxCount units weight volume - - fbaId',
    )
    expect(readFile(sheet).shipments.map((shipment) => shipment.grossWeightKg)).toEqual([260, 130])
  })
})

describe('overseas stock', () => {
  test('one number per shipment is a master unless there is one box', () => {
    const sheet = makeSheet([
      [
        '头程运单号',
        '入仓号',
        'Shipment ID',
        'Reference ID',
        '客户单号',
        '运单箱数',
        '可下单箱数',
        '备注',
        '库龄',
        '转单号',
        '仓库代码',
        '收费重',
        '实重',
      ],
      ['T1', 'R1', 'FBA19TB4K7Q2', '2ABCDEF1', 'K1', 5, 5, '', 3, '1ZA1B2C30300014703', 'ONT8', 80, 62],
      ['T2', 'R2', 'FBA19TB4K7Q3', '3ABCDEF1', 'K2', 1, 1, '', 3, '1ZA1B2C30300014712', 'ONT8', 15, 12],
    ])
    const [many, one] = readFile(sheet).shipments
    expect(many).toMatchObject({ declaredBoxCount: 5, boxes: [], extras: { 转单号: '1ZA1B2C30300014703' } })
    expect(one).toMatchObject({
      declaredBoxCount: 1,
      boxes: [{ trackingId: '1ZA1B2C30300014712', weightKg: 12 }],
    })
  })
})

describe('an outbound task', () => {
  test('states the way out of the warehouse and the forwarder’s channel in two columns', () => {
    const sheet = makeSheet([
      ['票号', '柜号', '托数', '箱数', '重量', '体积', 'FC', '国家', 'FBA单号', '预计出库方式', '物流方式'],
      ['P1', 'QZXU2401090', 2, 40, 500, 2, 'ONT8', '美国', 'FBA19TB4K7Q2', '卡派', '美森'],
      ['P2', 'QZXU2401090', 1, 10, 120, 1, 'LGB8', '美国', 'FBA19TB4K7Q3', '快递', '美森'],
      ['P3', 'QZXU2401090', 1, 10, 120, 1, 'LGB8', '美国', 'FBA19TB4K7Q4', '自提', '美森'],
    ])
    const read = readFile(sheet)
    expect(read.shipments.map((shipment) => shipment.roadMode)).toEqual(['truck', 'parcel', undefined])
    expect(read.shipments[2]?.extras).toMatchObject({ 预计出库方式: '自提', 物流方式: '美森' })
    expect(listProblems(read)).toEqual(['J4 warn unknown-mode'])
  })
})

describe('a factory list', () => {
  test('names boxes by their place and shipments by repeated IDs', () => {
    const sheet = makeSheet([
      ['NO.', 'SKU', '工厂型号', '品名', '内盒标签', '箱号', '套', '箱数', '票数', 'FBA号', '备注/品线'],
      [1, 'A', 'm', '杯', 'x', '1', 4, 1, 1, 'FBA19TB4K7Q2', ''],
      [2, 'A', 'm', '杯', 'x', '2', 4, 1, 1, 'FBA19TB4K7Q2', ''],
      [3, 'B', 'n', '碗', 'x', '3', 4, 1, 1, 'FBA19TB4K7Q2', '易碎'],
    ])
    const layout = detect(sheet)
    expect(layout).toMatchObject({ shape: 'per-box', missing: ['boxId', 'fc', 'mode'] })
    const { shipments, problems } = readFile(sheet)
    expect(shipments).toMatchObject([{ fbaId: 'FBA19TB4K7Q2', note: '易碎', boxes: [{}, {}, {}] }])
    expect(shipments[0]?.boxes.every((box) => box.boxId === null)).toBe(true)
    expect(problems).toEqual([])
  })
})

describe('a European dispatch list', () => {
  test('knows the total weight from another weight', () => {
    const sheet = makeSheet([
      [
        '发货日期',
        '发货人',
        'FBA号',
        '渠道',
        '国家',
        '箱数',
        '总重KG',
        '产品名称',
        '数量',
        '报关单价',
        '重量',
      ],
      ['7/24', '甲', 'FBA15TB8M3X7', '海派', '德国', 10, 120, '杯', 200, 3, 0.4],
      ['7/24', '甲', 'FBA15TB8M3X8', '卡车派送', '法国', 20, 250, '碗', 400, 3, 0.5],
    ])
    expect(detect(sheet).columns.at(-1)).toMatchObject({ field: null, verdict: 'extra' })
    expect(readFile(sheet).shipments).toMatchObject([
      { grossWeightKg: 120, roadMode: 'parcel' },
      { grossWeightKg: 250, roadMode: 'truck' },
    ])
  })
})

describe("a seller's shipment list", () => {
  test('is a row per item of a shipment, joined by its ID', () => {
    const sheet = makeSheet([
      ['货件名称', 'FBA货件编号', '内部编号', '目的地', 'MSKU', '预计商品数量', 'MSKU状态'],
      ['七月', 'FBA19TB4K7Q2', '2ABCDEF1', 'ONT8', 'A', 100, '在售'],
      ['七月', 'FBA19TB4K7Q2', '2ABCDEF1', 'ONT8', 'B', 50, '在售'],
      ['七月', 'FBA19TB4K7Q3', '3ABCDEF1', 'LGB8', 'A', 20, '在售'],
    ])
    const { shipments, counts, problems } = readFile(sheet)
    expect(shipments).toMatchObject([
      { fbaId: 'FBA19TB4K7Q2', referenceId: '2ABCDEF1', extras: { MSKU: 'A' } },
      { fbaId: 'FBA19TB4K7Q3', referenceId: '3ABCDEF1', fc: 'LGB8' },
    ])
    expect(counts.rows).toBe(3)
    expect(problems).toEqual([])
  })
})

describe('dispatch orders with blocks: a line names the shipment, the heading is printed again', () => {
  test('each block belongs to its own line', () => {
    const sheet = makeSheet([
      ['柜号 CNTR：QZXU2401090'],
      ['货件编号：FBA19TB4K7Q2', null, '仓库代码：ONT8'],
      ['箱号', '跟踪号', '毛重'],
      ['1', '1ZA1B2C30300014703', 12],
      ['2', '1ZA1B2C30300014712', 12],
      [],
      ['货件编号：FBA19TB4K7Q3', null, '仓库代码：LGB8'],
      ['箱号', '跟踪号', '毛重'],
      ['1', '1ZA1B2C30300014721', 9],
    ])
    const { shipments, counts, problems } = readFile(sheet)
    expect(shipments).toMatchObject([
      {
        fbaId: 'FBA19TB4K7Q2',
        fc: 'ONT8',
        extras: { '柜号 CNTR': 'QZXU2401090' },
        boxes: [{ weightKg: 12 }, {}],
      },
      { fbaId: 'FBA19TB4K7Q3', fc: 'LGB8', boxes: [{ trackingId: '1ZA1B2C30300014721', weightKg: 9 }] },
    ])
    expect(counts).toEqual({ rows: 3, blank: 1, totals: 0, held: 0 })
    expect(problems).toEqual([])
  })
})

const makeWorkbook = (fbaId: string, ...boxes: (string | null)[][]) => [
  [
    'Instructions',
    'a. Do not add, remove, modify, or move the system-generated FBA box label IDs in column A.',
  ],
  [null, 'b. Ensure the carrier tracking IDs entered in column B map to the correct FBA box label IDs.'],
  [null, 'Note: You may experience errors if you enter information outside of columns A and B.'],
  ['Shipment ID', fbaId],
  ['', ''],
  ['-'.repeat(40), '-'.repeat(40)],
  ['Amazon FBA box label number', 'Tracking #'],
  ...boxes,
]

describe("Amazon's tracking workbook", () => {
  test('is known by its layout, also while its second column is empty', () => {
    const sheet = makeSheet(
      makeWorkbook('FBA19TB4K7Q2', ['FBA19TB4K7Q2U000022', null], ['FBA19TB4K7Q2U000023', '']),
      {
        name: 'TrackingIDs',
        merges: [{ top: 1, left: 0, bottom: 3, right: 0 }],
      },
    )
    expect(detect(sheet)).toMatchObject({
      shape: 'tracking-workbook',
      headingRow: 7,
      missing: [],
      columns: [
        { field: 'boxId', verdict: 'known' },
        { field: 'trackingId', verdict: 'known' },
      ],
    })
    const [shipment] = readFile(sheet).shipments
    expect(shipment?.boxes.map((box) => box.boxId)).toEqual(['FBA19TB4K7Q2U000022', 'FBA19TB4K7Q2U000023'])
  })

  test('a box of another shipment than the one above is held back', () => {
    const read = readFile(
      makeSheet(makeWorkbook('FBA19TB4K7Q2', ['FBA19TB4K7Q2U000001', null], ['FBA19TB4K7Q3U000001', null])),
    )
    expect(read.shipments.map((shipment) => shipment.boxes.length)).toEqual([1])
    expect(listProblems(read)).toEqual(['A9 block box-of-another-shipment'])
  })
})

describe('an English list of boxes in pounds', () => {
  test('with headings in two languages on two lines', () => {
    const sheet = makeSheet([
      ['货件编号', '箱标签', '跟踪号', '单箱重量(lb)'],
      ['FBA Shipment ID', 'Box label', 'Tracking #', 'Box weight (lb)'],
      ['FBA19TB4K7Q2', 'FBA19TB4K7Q2U000001', '1ZA1B2C30300014703', 22],
      ['FBA19TB4K7Q2', 'FBA19TB4K7Q2U000002', '1ZA1B2C30300014712', 44],
    ])
    expect(detect(sheet)).toMatchObject({ shape: 'per-box', headingRow: 2 })
    expect(detect(sheet).columns.every((column) => column.verdict === 'known')).toBe(true)
    expect(readFile(sheet).shipments[0]?.boxes.map((box) => box.weightKg)).toEqual([9.979, 19.958])
  })
})
