import type { CallAnswer, CallInput, CallName } from '../../shared/contract/contract.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { SampleSetup } from './sample-setup.ts'

type SetupCall = <N extends 'client.save' | 'carrier.save' | 'block.add' | 'rule.add'>(
  name: N,
  input: CallInput<N>,
) => Promise<CallAnswer<N>>

/** Puts clients, carriers, blocks and rules on file through the calls a dispatcher would make. */
export async function applySetup(
  setup: SampleSetup,
  call: SetupCall,
  nextOpId: () => string,
): Promise<Result<null, CallProblem>> {
  for (const client of setup.clients) {
    const saved = await call('client.save', { opId: nextOpId(), ...client })
    if (!saved.ok) return saved
  }
  const carrierIds = new Map<string, number>()
  for (const carrier of setup.carriers) {
    const saved = await call('carrier.save', { opId: nextOpId(), ...carrier })
    if (!saved.ok) return saved
    carrierIds.set(carrier.name, saved.value.id)
  }
  for (const { carrier, ...block } of setup.blocks) {
    const added = await call('block.add', { opId: nextOpId(), carrierId: carrierIds.get(carrier)!, ...block })
    if (!added.ok) return added
  }
  for (const { carrier, ...rule } of setup.rules) {
    const added = await call('rule.add', { opId: nextOpId(), carrierId: carrierIds.get(carrier)!, ...rule })
    if (!added.ok) return added
  }
  return ok(null)
}
