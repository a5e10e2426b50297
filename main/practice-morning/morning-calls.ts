import type { CallInput, CallName, CallOutput } from '../../shared/contract/contract.ts'
import type { BoxView, ShipmentView } from '../../shared/contract/outputs.ts'
import type { Engine } from '../engine/engine.ts'
import { MorningStop } from './morning-problem.ts'

/** The contract as the morning uses it: a refused call ends the morning. */
export interface MorningCalls {
  call<N extends CallName>(name: N, input: CallInput<N>, subject?: string): Promise<CallOutput<N>>
  /** The same id in the same place of every run. */
  nextOpId(): string
  findShipment(fbaId: string): Promise<ShipmentView>
  /** In the order of their positions. */
  listBoxes(shipmentId: number): Promise<BoxView[]>
}

export function createMorningCalls(engine: Pick<Engine, 'call'>): MorningCalls {
  let operations = 0
  const call: MorningCalls['call'] = async (name, input, subject = '') => {
    const answer = await engine.call(name, input)
    if (answer.ok) return answer.value
    throw new MorningStop({ kind: 'call-refused', call: name, subject, problem: answer.problem })
  }
  return {
    call,
    nextOpId() {
      operations += 1
      return `morning-${String(operations).padStart(4, '0')}`
    },
    async findShipment(fbaId) {
      const filter = { search: fbaId }
      const { rows } = await call('shipment.page', { filter, sort: null, offset: 0, limit: 2 }, fbaId)
      return rows.find((row) => row.fbaId === fbaId)!
    },
    async listBoxes(shipmentId) {
      const filter = { shipmentIds: [shipmentId] }
      return (await call('box.page', { filter, offset: 0, limit: 2_000 })).rows
    },
  }
}
