import type { ImportField } from './import-field.ts'

export interface HeadingAliases {
  zh: readonly string[]
  en: readonly string[]
}

/** One heading between bars, so that a long list stays in lines. */
const list = (headings: string): string[] => headings.split('|').map((heading) => heading.trim())

/**
 * Headings that mean one field, as clients and forwarders write them.
 * Source: public sheets, import code and ERP templates, read November 2026.
 */
export const headingAliases: Readonly<Record<ImportField, HeadingAliases>> = {
  fbaId: {
    zh: list(`
      FBA号 | FBA号码 | FBA编号 | FBA单号 | FBA货件号 | FBA货件ID | FBA货件编号 | FBA发货单号 |
      货件号 | 货件编号 | 货件编码 | 货件单号 | 货件ID | 货件信息 | 亚马逊货件号 |
      订单装运编号 | 平台发货号 | 新货件号 | 新货件编号 | 新FBA号 | 运单号（FBA单号） | BOL List（货物FBA号码）`),
    en: list(`
      FBA | FBA ID | FBA No. | FBA Shipment ID | FBA shipment | Shipment Confirmation ID |
      shipmentConfirmationId | fba-shipment-id | New FBA ID | New shipment ID | Sendungsnummer`),
  },
  replacedFbaId: {
    zh: list(`
      旧货件号 | 旧货件编号 | 旧FBA号 | 旧FBA货件号 | 原货件号 | 原货件编号 | 原FBA号 | 原FBA货件号 |
      替换前货件号 | 作废货件号`),
    en: list(`
      Old FBA ID | Old FBA shipment ID | Old shipment ID | Previous FBA ID | Previous shipment ID |
      Replaced FBA ID | Replaces`),
  },
  boxId: {
    zh: list(`
      FBA箱号 | FBA箱号（连号用“-”表示） | FBA子单号 | 亚马逊FBA子单号/箱唛号 | 箱子ID |
      箱子号 | 箱子号(必填，新货件填箱子ID) | 货箱编号 | 箱编号标签 | 箱标签 | 箱唛号`),
    en: list(`
      Amazon FBA box label number | Box ID | boxId | fba-carton-id | box label | label |
      Pkg No`),
  },
  boxSequence: { zh: ['箱序', '箱子名称'], en: ['Box name', 'box_name', 'localBoxId'] },
  referenceId: {
    zh: list(`
      参考号 | Amazon参考号 | 亚马逊参考号 | 亚马逊内部编号 |
      亚马逊内部编号 REFERENCE ID（PO） | 内部编号 | 内部编码 | 内部编码(Reference ID) |
      亚马逊追踪编码 | Reference ID（亚马逊追踪编码）`),
    en: list(`
      Amazon Reference ID | AMAZON REFERENCE ID* | Amazon Ref | Reference ID | ReferenceID |
      REF ID | Reference | platformRefNo`),
  },
  trackingId: {
    zh: list(`
      跟踪号 | 跟踪单号 | 跟踪编码 | 跟踪编号 | 跟踪id | 追踪号 | 追踪号/运单号 | 快递单号 |
      UPS单号 | 转单号 | 轉單號 | 尾程派送单号 | 尾程单号 | 查询单号 | 物流商单号 | 货运单号`),
    en: list(`
      Tracking # | Tracking ID | trackingId | Tracking No | Tracking Number | TRACKING NUMBERS |
      Tracking | Shipment Tracking Number | express_number`),
  },
  masterTrackingId: { zh: ['主单号'], en: ['Master Tracking Number'] },
  pro: {
    zh: ['PRO号', 'PRO号码', '货运累进编号', '货运跟踪编号', 'LTL跟踪编号'],
    en: list(`
      PRO | PRO# | PRO Number | ProNumber | PRO/freight bill number | freightBillNumber |
      Freight Number`),
  },
  bol: { zh: ['BOL号', '提货单号'], en: ['BOL', 'Bill of Lading', 'billOfLadingNumber'] },
  isa: {
    zh: ['ISA号', 'ISA号码', '预约号', '预约编号', '预约单号', '预约ID', '订单号（ISA）'],
    en: list(`
      ISA | ISA# | ISA No | ISA Number | Appointment ID | appointmentId | reservation`),
  },
  appointmentTime: {
    zh: ['预约时间', '预约日期', '送仓日', '送仓时间'],
    en: ['Scheduled Time', 'scheduled_time', 'Appointment time'],
  },
  fc: {
    zh: list(`
      仓库代码 | 仓库代码 AMAZON | 仓库 | 仓点 | 派送仓点 | 派送仓 | 派送仓库 | 目的仓 |
      目的仓库 | 目的地 | 目的地路线 | 目的地编号 | 派送目的地 | 路线 | 地址代码 | 地址库编码 |
      收件人(仓库代码) | 收货地址/亚马逊仓库代码 | 物流中心编码`),
    en: list(`
      FC | FC Code | Destination | Dest | Destination FC | fulfillment-center-id | warehouseId |
      Ship to | Versand an`),
  },
  address: { zh: ['FBA仓库地址', '仓库/私人 地址'], en: [] },
  country: { zh: ['国家', '目的地/国家', '收件人国家'], en: ['Country'] },
  marketplace: { zh: ['站点'], en: ['Marketplace'] },
  client: {
    zh: [
      '客户',
      '客户名',
      '客户名称',
      '客户简称',
      '客户全称',
      '客户编号',
      '交货客户代码',
      '店铺',
      '店铺名称',
      '商铺名',
    ],
    en: ['Client', 'Customer', 'Vendor Name（供应商名称）'],
  },
  clientReference: {
    zh: [
      '客户单号',
      '客户批次号',
      '客户批次',
      '批次号',
      '批次',
      '头程运单号',
      '入仓号',
      '票号',
      '预约批次号',
      '发货单号',
      '货件名称',
    ],
    en: list(`
      Order No | Order No-ITEMS | SYSTEM NO | Batch | Batch No | Shipment name | Name |
      Workflow name | ITEMS`),
  },
  boxCount: {
    zh: [
      '箱数',
      '总箱数',
      '箱数(CTN)',
      '箱数/件数',
      '箱数/件数CTN',
      '发货件数',
      '运单箱数',
      '可下单箱数',
      '货件箱数',
    ],
    en: list(`
      CTNS | CTN | NO OF CTNS | Cartons | Carton Count（箱数） | Carton Count | Boxes |
      Total boxes | Number of boxes | box_num`),
  },
  weight: {
    zh: ['总箱重kg', '总重', '总重量', '总重KG', '总箱磅(lb)', '总毛重'],
    en: ['Total GW', 'Total weight (lb)', 'Total weight', 'Gross weight kg'],
  },
  boxWeight: {
    zh: [
      '单箱毛重',
      '单箱重kg',
      '单箱重量',
      '单箱重量KG',
      '箱重',
      '箱毛重',
      '货箱重量',
      '外箱重量',
      '单箱磅(lb)',
    ],
    en: ['GW/CTN', 'Box weight (lb):', 'Box weight (kg)', 'boxWeight'],
  },
  netWeight: {
    zh: ['净重', '单箱净重', '产品净重'],
    en: ['N.W.', 'Net weight'],
  },
  length: { zh: ['长', '长cm', '货箱长度', '箱子长'], en: ['L', 'Length', 'Box length (inch):'] },
  width: { zh: ['宽', '宽cm', '货箱宽度', '箱子宽'], en: ['W', 'Width', 'Box width (inch):'] },
  height: { zh: ['高', '高cm', '货箱高度', '箱子高'], en: ['H', 'Height', 'Box height (inch):'] },
  volume: {
    zh: ['体积', '总体积', '方数', '总方数', '材积', '立方', '总cbm'],
    en: ['CBM', 'Volume', 'CMB（立方数）'],
  },
  palletCount: {
    zh: [
      '板数',
      '总板数',
      '实际板数',
      '预计板数',
      '有效板数',
      '预约总板数',
      '托数',
      '总托数',
      '托数量',
      '托盘数',
      '托盘',
    ],
    en: ['Pallets', 'PLTS'],
  },
  carrier: { zh: ['承运人', '承运商', '承运公司', '物流商', '快递类型'], en: ['Carrier', 'carrier name'] },
  mode: {
    zh: list(`
      派送方式 | 派送类型 | 预计出库方式 | 出库方式 | 物流方式 | 运输方式 | 货运方式 |
      物流渠道 | 渠道 | 渠道（物流填写） | 走货线路 | 服务`),
    en: list(`
      SHIPPING  WAY | METHOD | ship method | delivery_method | deliveryMethod | Delivery mode | Mode`),
  },
  container: {
    zh: list(`
      柜号 | 货柜号 | 货柜号(#Ref) | 集装箱号 | 柜号/AWB | 柜号/提单号 | 柜号 CNTR | 装柜明细 |
      装货明细 | 柜号明细`),
    en: ['Container', 'Container No', 'AWB'],
  },
  loadType: { zh: ['装车类型', '装载方式', '散货/托盘类型'], en: ['load_type', 'Load Type'] },
  trip: {
    zh: ['车次', '车次号', '车牌', '挂车号', '司机姓名', '司机手机', '发车时间', '出库时间', '到达时间'],
    en: ['Trailer Number', 'license plate', 'pickup time', 'PickUp number'],
  },
  hold: { zh: ['拦截暂扣', '拦截', '暂扣'], en: ['Hold'] },
  status: { zh: ['状态', '货件状态'], en: ['Status'] },
  date: {
    zh: list(`
      发货日期 | 开船时间 | 预计到港时间 | 预计到港日期 | 预计到港 | 预计到达时间 | 预计到达日期 |
      预计到仓时间 | 预计到仓日期 | 送达时间 | 送达日期 | 签收时间 | 签收日期 | 入仓时间（海外仓） |
      最早派送时间 | 最早派送日期 | 最早送仓时间 | 最晚派送时间 | 最晚派送日期 | 最晚送仓时间 |
      创建时间 | 创建日期 | 货件创建时间 | 货件创建日期`),
    en: list(`
      ETD | ETA | ETAs | delivered | Carrier Requested Delivery Date | CRDD |
      delivery window start | delivery window end | Created | Created on | Created at |
      Created date | Creation date | Shipment creation date | Delivered on | Delivered date`),
  },
  planId: {
    zh: ['计划编号', '货件计划编号', '入库计划编号'],
    en: ['Plan ID', 'planId', 'Inbound plan ID', 'inboundPlanId'],
  },
  units: {
    zh: list(`
      数量 | 产品数量 | 发货数量 | 总PCS | 单箱PCS | 单箱个数 | 单箱产品数量PCS | 每箱数量 |
      装箱数量/箱 | 产品总个数 | 总产品数量 | 总数量`),
    en: ['Qty', 'Quantity', 'Units', 'Total units', 'Shipped'],
  },
  goods: {
    zh: list(`
      品名 | 中文品名 | 英文品名 | 货物名称 | 产品名称 | SKU码 | 海关编码 | 材质 | 用途 | 品牌 |
      型号 | 申报单价 | VAT号`),
    en: ['SKU', 'MSKU', 'Merchant SKU', 'FNSKU', 'ASIN', 'Title', 'HS Code'],
  },
  notes: {
    zh: ['备注', '客户备注', '海外仓备注', '备注/品线', '备注（打托要求/拼车/换标/其他）', '托盘操作要求'],
    en: ['Remark', 'Remarks', 'Note', 'Notes', 'Comments'],
  },
}

export interface HeadingTrap {
  headings: readonly string[]
  /** Most usual meaning first; the contents of the column decide. A single field: that, or nothing of ours. */
  fields: readonly ImportField[]
}

/** Headings with more than one meaning. Source: as above; one forwarder's word for one thing is another's for the next. */
export const headingTraps: readonly HeadingTrap[] = [
  {
    headings: ['货件追踪编码', '货件追踪编号', '追踪编码', '追踪编号'],
    fields: ['referenceId', 'trackingId'],
  },
  { headings: ['箱号'], fields: ['boxId', 'boxSequence', 'container'] },
  { headings: ['Box No', 'Carton No'], fields: ['boxId', 'boxSequence'] },
  { headings: ['No.of Pkgs'], fields: ['boxId', 'boxCount'] },
  { headings: ['子单号'], fields: ['boxId', 'trackingId'] },
  { headings: ['箱唛', '唛头', '单号/箱唛'], fields: ['boxId', 'fbaId', 'clientReference'] },
  { headings: ['Shipment ID', 'ShipmentId'], fields: ['fbaId', 'boxId'] },
  { headings: ['客户订单号', '扩展单号'], fields: ['clientReference', 'fbaId', 'boxId'] },
  { headings: ['运单号', '单号'], fields: ['clientReference', 'trackingId', 'fbaId'] },
  {
    headings: ['PO', 'PO#', 'PO Number', 'PO号', 'PO号码', '采购单'],
    fields: ['referenceId', 'clientReference'],
  },
  { headings: ['BOL List'], fields: ['fbaId', 'bol'] },
  { headings: ['提单号'], fields: ['container', 'bol'] },
  { headings: ['件数', '件', '总件数', 'pcs'], fields: ['boxCount', 'units'] },
  {
    headings: list(`
      毛重 | 重量 | 实重 | 实重kg | 实际重量 | 实际重量(KG) | 重量(KG) | 重量(lbs) | 重 |
      Weight | Weight KG（重量） | Weight (lbs) | G.W.(kg) | GW | Gross Weight | KGS`),
    fields: ['weight', 'boxWeight'],
  },
  { headings: ['箱子净重'], fields: ['netWeight', 'boxWeight'] },
  { headings: ['预约', 'Appointment'], fields: ['appointmentTime', 'isa'] },
  { headings: ['时间'], fields: ['appointmentTime', 'date'] },
  { headings: ['供应商'], fields: ['carrier'] },
  { headings: ['收件人邮编*'], fields: ['fc'] },
  {
    headings: list(`
      收货地址 | 收件地址 | 收件人地址 | 地址 | Delivery Address （派送地址） | Delivery Address | Address`),
    fields: ['address', 'fc'],
  },
  { headings: ['卡板'], fields: ['palletCount', 'loadType'] },
]
