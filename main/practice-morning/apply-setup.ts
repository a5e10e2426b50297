import type { CallAnswer, CallInput } from '../../shared/contract/contract.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { SampleSetup } from './sample-setup.ts'

type SetupCallName =
  'client.save' | 'carrier.save' | 'block.add' | 'vehicle.save' | 'driver.save' | 'rule.save'
export type SetupCalls = { [N in SetupCallName]: (input: CallInput<N>) => Promise<CallAnswer<N>> }

/** Puts clients, carriers, blocks, vehicles, drivers and rules on file through the calls a dispatcher would make. */
export async function applySetup(
  setup: SampleSetup,
  calls: SetupCalls,
  nextOpId: () => string,
): Promise<Result<null, CallProblem>> {
  for (const client of setup.clients) {
    const saved = await calls['client.save']({ opId: nextOpId(), ...client })
    if (!saved.ok) return saved
  }
  const carrierIds = new Map<string, number>()
  for (const carrier of setup.carriers) {
    const saved = await calls['carrier.save']({ opId: nextOpId(), ...carrier })
    if (!saved.ok) return saved
    carrierIds.set(carrier.name, saved.value.id)
  }
  for (const { carrier, ...block } of setup.blocks) {
    const carrierId = carrierIds.get(carrier)!
    const added = await calls['block.add']({ opId: nextOpId(), carrierId, ...block })
    if (!added.ok) return added
  }
  for (const { carrier, ...vehicle } of setup.vehicles) {
    const carrierId = carrierIds.get(carrier)!
    const saved = await calls['vehicle.save']({ opId: nextOpId(), carrierId, ...vehicle })
    if (!saved.ok) return saved
  }
  for (const { carrier, ...driver } of setup.drivers) {
    const carrierId = carrierIds.get(carrier)!
    const saved = await calls['driver.save']({ opId: nextOpId(), carrierId, ...driver })
    if (!saved.ok) return saved
  }
  for (const { carrier, ...rule } of setup.rules) {
    const carrierId = carrierIds.get(carrier)!
    const added = await calls['rule.save']({ opId: nextOpId(), carrierId, ...rule })
    if (!added.ok) return added
  }
  return ok(null)
}
