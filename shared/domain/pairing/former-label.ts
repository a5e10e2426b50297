/** Row ids of the boxes on file, of any shipment, that have a label now or had it under an earlier shipment ID. */
export interface LabelOwners {
  now: readonly number[]
  before: readonly number[]
}

export type GetLabelOwners = (label: string) => LabelOwners

/** A former label means a box only if no box has it now and no other had it: else it does not say which. */
export const getFormerBox = (owners: LabelOwners): number | null =>
  owners.before.length === 1 && owners.now.length === 0 ? owners.before[0]! : null
