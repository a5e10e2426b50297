import type { EngineEvents, EventName } from '../../shared/contract/events.ts'
import type { CallAnswer, CallName, ParsedInput } from '../../shared/contract/contract.ts'
import type { Store } from '../../db/store.ts'
import type { StartParser } from '../files/parser-protocol.ts'
import type { DraftDesk } from './draft-desk.ts'
import type { RunJob } from './jobs.ts'
import type { ShipmentIndex } from './shipment-index.ts'
import type { TokenBox } from './token-box.ts'
import type { WatchControl } from './watch-control.ts'

/** What changes from one run to another; fixed for the practice morning. */
export interface Surroundings {
  nowMs(): number
  who(): string
  version: string
  /** A new install's id; without it a random one. */
  newInstallId?(): string
}

/** Everything a command may touch. One per open workspace. */
export interface CommandContext extends Surroundings {
  store: Store
  index: ShipmentIndex
  drafts: DraftDesk
  tokens: TokenBox
  startParser: StartParser
  exportFolder: string
  /** True where the door shows folders itself (a desk, the command line); a page in a browser gets a ZIP. */
  canPickFolder: boolean
  watch: WatchControl
  emit<N extends EventName>(name: N, data: EngineEvents[N]): void
  runJob: RunJob
}

export type Handler<N extends CallName> = (
  context: CommandContext,
  input: ParsedInput<N>,
) => CallAnswer<N> | Promise<CallAnswer<N>>
