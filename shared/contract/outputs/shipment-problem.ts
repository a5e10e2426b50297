import type { AssignConflictKind } from '../../domain/assign-conflict.ts'
import type { BlockMisfit } from '../../domain/block-misfit.ts'
import type { RuleProblem } from '../../domain/carrier-rule.ts'
import type { LoadEditProblem } from '../../domain/load-edit.ts'
import type { ValueRefusal } from '../../domain/shipment-edit.ts'
import type { StandIn } from '../../domain/stand-in.ts'

/** Rows that a form saves. */
export const savedEntities = ['client', 'carrier', 'rule', 'ruleSet', 'vehicle', 'driver', 'block'] as const
export type SavedEntity = (typeof savedEntities)[number]

export type ShipmentProblem =
  | RuleProblem
  | { kind: 'carrier-unknown'; name: string }
  | { kind: 'client-unknown'; name: string }
  /** Vehicles and drivers are those of own and partner fleets. */
  | { kind: 'carrier-no-fleet'; name: string }
  | { kind: 'shipment-unknown'; fbaId: string }
  /** Of a client's message: none stands in a rate. */
  | { kind: 'nothing-to-tell'; name: string }
  | { kind: 'name-taken'; name: string }
  | { kind: 'value-refused'; field: string; value: string; reason: ValueRefusal; owner: string | null }
  /** No PRO of the shipment's own: it goes in with a reason only. `more` like it are in the same edit. */
  | {
      kind: 'stand-in'
      fbaId: string
      value: string
      standIn: StandIn | 'other-pro'
      owner: string | null
      more: number
    }
  /** Of the blocks of the shipment's carrier, and not as they spell it: it goes in with a reason only. */
  | {
      kind: 'pro-against-blocks'
      fbaId: string
      value: string
      carrier: string
      misfit: BlockMisfit
      more: number
    }
  /** Undone or removed since it was opened. */
  | { kind: 'row-unknown'; entity: SavedEntity; id: number }
  | { kind: 'nothing-to-assign' }
  | { kind: 'no-shipment-fits' }
  | { kind: 'nothing-assigned'; conflicts: { kind: AssignConflictKind; count: number }[] }
  | { kind: 'load-unknown'; number: string }
  | LoadEditProblem
  /** Over the caps, or somebody in two places at once: it goes in with a reason only. */
  | { kind: 'load-reason-missing' }
  | { kind: 'rule-set-unknown'; name: string }
  | { kind: 'nothing-to-pair' }
