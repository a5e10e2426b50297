import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PracticeMorning } from './generate-practice-morning.ts'

/** Where the morning's files lie, in the order in which they are worked through. */
export interface Inbox {
  /** Clients' files, behind them the workbooks downloaded from Amazon. */
  files: string[]
  lists: string[]
}

/** Carriers' lists lie in a folder of their own, so that all files of the inbox can be picked at once. */
export const describeInbox = (
  folder: string,
  { files, workbooks, lists }: Pick<PracticeMorning, 'files' | 'workbooks' | 'lists'>,
): Inbox => ({
  files: [...files, ...workbooks].map((file) => path.join(folder, file.name)),
  lists: lists.map((list) => path.join(folder, listFolder, list.name)),
})

const listFolder = 'tracking-lists'

export async function writeInbox(
  folder: string,
  morning: Pick<PracticeMorning, 'files' | 'workbooks' | 'lists'>,
): Promise<Inbox> {
  const inbox = describeInbox(folder, morning)
  await mkdir(path.join(folder, listFolder), { recursive: true })
  const contents = [...morning.files, ...morning.workbooks, ...morning.lists]
  for (const [at, file] of [...inbox.files, ...inbox.lists].entries())
    await writeFile(file, contents[at]!.bytes)
  return inbox
}
