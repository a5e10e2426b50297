import type { ChangeRequest } from '../../db/change-log.ts'
import type { CommandContext } from '../engine/context.ts'

export const toRequest = (
  context: CommandContext,
  opId: string,
  command: string,
  label: ChangeRequest['label'],
): ChangeRequest => ({ opId, command, label, who: context.who(), nowMs: context.nowMs() })
