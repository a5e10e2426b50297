import type { AssignConflict, AssignConflictKind } from '../../shared/domain/assign-conflict.ts'
import type { AssignRow } from '../../shared/domain/assign-row.ts'

export function sumUpAssign(rows: readonly AssignRow[]) {
  const pros = rows.filter((row) => row.pro !== null)
  return {
    carriers: rows.filter((row) => row.carrierId !== null).length,
    pros: pros.length,
    firstPro: pros[0]?.pro?.after ?? null,
    lastPro: pros.at(-1)?.pro?.after ?? null,
  }
}

export function countConflicts(
  rows: readonly AssignRow[],
  isCounted: (conflict: AssignConflict) => boolean,
): { kind: AssignConflictKind; count: number }[] {
  const counts = new Map<AssignConflictKind, number>()
  for (const row of rows)
    for (const conflict of row.conflicts)
      if (isCounted(conflict)) counts.set(conflict.kind, (counts.get(conflict.kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count }))
}
