import type { Day } from '../../shared/domain/calendar-day.ts'
import { makeDownloadedWorkbook } from './amazon-workbook.ts'
import { writeCarrierLists, type SampleList } from './carrier-lists.ts'
import { writeClientFiles, type SampleFile } from './client-files.ts'
import { expectMorning, type ExpectedMorning } from './expected-morning.ts'
import { plantMistakes, type PlantedMistake } from './planted-mistakes.ts'
import { recordDecisions, type RecordedDecision } from './recorded-decisions.ts'
import { makeSchedules } from './sample-schedule.ts'
import { makeSampleShipments } from './sample-shipments.ts'
import { sampleSetup, type SampleSetup } from './sample-setup.ts'

export interface PracticeMorning {
  /** One of each client, in the order of import. */
  files: SampleFile[]
  /** Tracking workbooks that a client downloaded from Amazon, imported behind the files. */
  workbooks: SampleFile[]
  lists: SampleList[]
  setup: SampleSetup
  mistakes: PlantedMistake[]
  decisions: RecordedDecision[]
  expected: ExpectedMorning
}

const practiceSeed = 1123
export const practiceDay = '2026-11-23'

/**
 * The sample company's morning; the same seed and day give the same bytes everywhere. All names and numbers are
 * invented. Files keep their names whatever the day.
 */
export function generatePracticeMorning(seed = practiceSeed, day: Day = practiceDay): PracticeMorning {
  const shipments = makeSampleShipments(seed)
  const { sheets, mistakes } = plantMistakes(shipments, makeSchedules(seed, day, shipments))
  const lists = writeCarrierLists(seed, shipments, mistakes)
  const decisions = recordDecisions(shipments, mistakes, lists)
  const downloaded = shipments.filter((each) => each.client.name === '杭州云栖' && each.mode === 'SPD')
  const workbooks = downloaded.map((shipment) => ({
    name: `${shipment.client.name}_Tracking_${shipment.fbaId}.xlsx`,
    client: shipment.client.name,
    bytes: makeDownloadedWorkbook(shipment),
  }))
  const filledInPlace = downloaded.map((shipment) => shipment.fbaId)
  return {
    files: writeClientFiles(sheets, day),
    workbooks,
    lists,
    setup: sampleSetup,
    mistakes,
    decisions,
    expected: expectMorning(shipments, mistakes, decisions, filledInPlace),
  }
}
