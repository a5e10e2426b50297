import type { Box } from './box.ts'
import type { CellChange } from './patch.ts'

/**
 * One number on every box of a shipment that has none yet: the last resort for a truck on a shipment that is parcel on
 * paper. It is shared, so that no check takes it for a repetition.
 */
export const planSameNumber = (boxes: readonly Box[], trackingId: string): CellChange[] =>
  boxes.flatMap((box): CellChange[] => {
    if (box.trackingId === trackingId)
      return box.isTrackingShared || boxes.length === 1 ? [] : [shareNumber(box)]
    if (box.trackingId !== null) return []
    const cell: CellChange = {
      entity: 'box',
      id: box.id,
      field: 'trackingId',
      before: null,
      after: trackingId,
    }
    return boxes.length === 1 ? [cell] : [cell, shareNumber(box)]
  })

const shareNumber = ({ id, isTrackingShared }: Box): CellChange => ({
  entity: 'box',
  id,
  field: 'isTrackingShared',
  before: isTrackingShared ? 1 : 0,
  after: 1,
})
