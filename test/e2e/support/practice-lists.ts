import path from 'node:path'
import { generatePracticeMorning } from '../../../main/practice-morning/generate-practice-morning.ts'
import { getPracticeFiles } from '../../../main/practice-morning/prepare-workspace.ts'

const { lists } = generatePracticeMorning()

/** Boxes that each list with labels has numbers for, in the order of the lists; shipments have 20 boxes. */
const boxesOfLabelled = [18, 10, 12, 13, 9].map((shipments) => shipments * 20)

/** Carriers' files that say themselves which boxes they are for. */
export const getListFiles = (userData: string): { file: string; boxes: number }[] => {
  const files = getPracticeFiles(path.join(userData, 'practice', 'inbox')).lists
  const labelled = files.filter((_, at) => lists[at]!.shipmentFbaId === undefined)
  return labelled.map((file, at) => ({ file, boxes: boxesOfLabelled[at]! }))
}

/** Messages and files that only make sense beside their shipment, as the text somebody copies, by FBA shipment ID. */
export const getListTexts = (): Map<string, string> =>
  new Map(
    lists.flatMap(({ shipmentFbaId, bytes }) =>
      shipmentFbaId === undefined ? [] : [[shipmentFbaId, new TextDecoder().decode(bytes)] as const],
    ),
  )
