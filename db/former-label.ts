import type { GetLabelOwners } from '../shared/domain/pairing/former-label.ts'
import { getBoxIdOwners } from './shipment.ts'
import type { Store } from './store.ts'

/** Former labels are read once, when the first label is asked for. */
export function createLabelLookup(store: Store): GetLabelOwners {
  let former: Map<string, number[]> | null = null
  return (label) => {
    former ??= readFormerLabels(store)
    return {
      before: former.get(label) ?? [],
      // Most labels were no label before, and this would be asked for each line of a list.
      get now() {
        return getBoxIdOwners(store, label).map(({ boxRowId }) => boxRowId)
      },
    }
  }
}

function readFormerLabels(store: Store): Map<string, number[]> {
  const rows = store
    .prepare('SELECT id, former_box_ids AS labels FROM boxes WHERE former_box_ids IS NOT NULL ORDER BY id')
    .all() as { id: number; labels: string }[]
  const boxes = new Map<string, number[]>()
  for (const { id, labels } of rows)
    for (const label of new Set(labels.split(' '))) boxes.set(label, [...(boxes.get(label) ?? []), id])
  return boxes
}
