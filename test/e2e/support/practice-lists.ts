import path from 'node:path'
import { generatePracticeMorning } from '../../../main/practice-morning/generate-practice-morning.ts'
import { getPracticeFiles } from '../../../main/practice-morning/prepare-workspace.ts'

const { lists } = generatePracticeMorning()

/** Carriers' files that say themselves which shipments they are for. */
export const getListFiles = (userData: string): string[] => {
  const files = getPracticeFiles(path.join(userData, 'practice', 'inbox')).lists
  return files.filter((_, at) => lists[at]!.shipmentFbaId === undefined)
}

/** Messages and files that only make sense beside their shipment, as the text somebody copies, by FBA shipment ID. */
export const getListTexts = (): Map<string, string> =>
  new Map(
    lists.flatMap(({ shipmentFbaId, bytes }) =>
      shipmentFbaId === undefined ? [] : [[shipmentFbaId, new TextDecoder().decode(bytes)] as const],
    ),
  )
