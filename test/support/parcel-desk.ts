import { nextOpId } from './engine-process.ts'
import { addCarriers, assignAll, writeParcelFile } from './sample-files.ts'
import { openTestDesk, type TestDesk } from './test-desk.ts'

/** Two parcel shipments of three boxes by UPS; shipments have row ids 1 and 2, boxes 1 … 6. */
export async function openParcelDesk(): Promise<TestDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(writeParcelFile(desk.folder, 'a.csv', 2, 3))
  await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
  return desk
}
