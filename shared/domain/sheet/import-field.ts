/** Fields a client's column can mean. Unmapped columns are kept as extras, never lost. */
export const importFields = [
  'fbaId',
  'boxId',
  'boxSequence',
  'referenceId',
  'trackingId',
  'masterTrackingId',
  'pro',
  'bol',
  'isa',
  'appointmentTime',
  'fc',
  'address',
  'country',
  'marketplace',
  'client',
  'clientReference',
  'boxCount',
  'weight',
  'boxWeight',
  'netWeight',
  'length',
  'width',
  'height',
  'volume',
  'palletCount',
  'carrier',
  'mode',
  'container',
  'loadType',
  'trip',
  'hold',
  'status',
  'date',
  'units',
  'goods',
  'notes',
] as const
export type ImportField = (typeof importFields)[number]

/** Fields whose contents must agree before a column may be called known; the heading alone is never enough. */
export const consequentialFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'fbaId',
  'boxId',
  'referenceId',
  'trackingId',
  'pro',
  'isa',
  'fc',
  'container',
])

/** Fields that no column of a shipment or box takes: known by name, kept among the shipment's extras. */
export const extraFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'boxSequence',
  'masterTrackingId',
  'appointmentTime',
  'address',
  'country',
  'marketplace',
  'netWeight',
  'length',
  'width',
  'height',
  'volume',
  'palletCount',
  'container',
  'loadType',
  'trip',
  'hold',
  'date',
  'units',
  'goods',
])

/** Fields of which a sheet may have several columns. */
export const repeatableFields: ReadonlySet<ImportField> = new Set<ImportField>([
  'goods',
  'date',
  'trip',
  'units',
  'notes',
])
