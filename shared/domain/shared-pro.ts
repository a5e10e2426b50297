import type { CellChange } from './patch.ts'

/** A number on several shipments is marked as shared on each of them, and no more when it stands on one. */
export function markSharing(holders: readonly { id: number; isProShared: boolean }[]): CellChange[] {
  const isShared = holders.length > 1
  return holders
    .filter((holder) => holder.isProShared !== isShared)
    .map(({ id }) => ({
      entity: 'shipment',
      id,
      field: 'isProShared',
      before: isShared ? 0 : 1,
      after: isShared ? 1 : 0,
    }))
}

/** One PRO for a load is the carrier's own policy: all of its shipments go with that carrier. */
export const mayShare = (
  holders: readonly { carrierId: number | null }[],
  isPerLoad: (carrierId: number) => boolean,
): boolean => {
  const [first] = holders
  return (
    first !== undefined &&
    first.carrierId !== null &&
    isPerLoad(first.carrierId) &&
    holders.every((holder) => holder.carrierId === first.carrierId)
  )
}
