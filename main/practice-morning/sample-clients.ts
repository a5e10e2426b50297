type ParcelCarrier = 'UPS' | 'FedEx'

/** A client of the sample company; every name is invented. */
export interface SampleClient {
  name: string
  language: 'zh-CN' | 'en'
  fileName: string
  /** LTL and FTL shipments, by the own fleet. */
  trucked: number
  parcels: number
  parcelCarrier: ParcelCarrier
}

/** In the order in which their files are imported: 210 shipments by truck, 90 by parcel. */
export const sampleClients: readonly SampleClient[] = [
  chinese('宁波星野', 'xlsx', 15, 10, 'FedEx'),
  chinese('深圳拓海', 'csv', 17, 8, 'UPS'),
  chinese('义乌百川', 'xlsx', 25, 0, 'UPS'),
  chinese('杭州云栖', 'csv', 23, 2, 'UPS'),
  chinese('厦门鹭远', 'xlsx', 15, 10, 'UPS'),
  chinese('广州南岭', 'xlsx', 15, 10, 'FedEx'),
  chinese('青岛海晟', 'csv', 15, 10, 'FedEx'),
  chinese('苏州锦帆', 'xlsx', 25, 0, 'UPS'),
  english('Northlake Outdoor', 'xlsx', 25, 0, 'UPS'),
  english('Bright Harbor Toys', 'csv', 13, 12, 'UPS'),
  english('Copper Mill Goods', 'xlsx', 12, 13, 'FedEx'),
  english('Alder Finch Home', 'txt', 10, 15, 'UPS'),
]

function chinese(
  name: string,
  extension: string,
  trucked: number,
  parcels: number,
  parcelCarrier: ParcelCarrier,
): SampleClient {
  return { name, language: 'zh-CN', fileName: `${name}_1123.${extension}`, trucked, parcels, parcelCarrier }
}

function english(
  name: string,
  extension: string,
  trucked: number,
  parcels: number,
  parcelCarrier: ParcelCarrier,
): SampleClient {
  return { name, language: 'en', fileName: `${name} 1123.${extension}`, trucked, parcels, parcelCarrier }
}
