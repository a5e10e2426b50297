import { randomUUID } from 'node:crypto'
import { getCarriers } from '../../db/carrier.ts'
import { getSetting, setSetting } from '../../db/settings.ts'
import { type Day, formatLocalDay } from '../../shared/domain/calendar-day.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { ok, type Result } from '../../shared/result.ts'
import { addBlock } from '../commands/blocks.ts'
import { saveCarrier } from '../commands/carriers.ts'
import { saveClient } from '../commands/clients.ts'
import { saveDriver, saveVehicle } from '../commands/fleet.ts'
import { saveRule } from '../commands/rules.ts'
import type { CommandContext } from '../engine/context.ts'
import { applySetup, type SetupCalls } from './apply-setup.ts'
import { generatePracticeMorning } from './generate-practice-morning.ts'
import { describeInbox, writeInbox, type Inbox } from './write-inbox.ts'

/**
 * Lays the morning's files into the folder, their days counted from the first day of this practice. A workspace without
 * carriers also gets what the sample company's desk has on file.
 */
export async function preparePracticeWorkspace(
  context: CommandContext,
  folder: string,
): Promise<Result<null, CallProblem>> {
  const morning = generatePracticeMorning(undefined, keepPracticeDay(context))
  await writeInbox(folder, morning)
  if (getCarriers(context.store).length > 0) return ok(null)
  const calls: SetupCalls = {
    'client.save': async (input) => saveClient(context, input),
    'carrier.save': async (input) => saveCarrier(context, input),
    'block.add': async (input) => addBlock(context, contract['block.add'].input.parse(input)),
    'vehicle.save': async (input) => saveVehicle(context, input),
    'driver.save': async (input) => saveDriver(context, input),
    'rule.save': async (input) => saveRule(context, contract['rule.save'].input.parse(input)),
  }
  return applySetup(morning.setup, calls, randomUUID)
}

const daySetting = 'practice-day'

function keepPracticeDay(context: CommandContext): Day {
  const known = getSetting(context.store, daySetting)
  if (known !== null) return known
  const today = formatLocalDay(context.nowMs())
  setSetting(context.store, daySetting, today)
  return today
}

/** The morning's files in the order in which they are worked through. */
export const getPracticeFiles = (folder: string): Inbox => describeInbox(folder, generatePracticeMorning())
