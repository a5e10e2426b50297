import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach } from 'vitest'

/** A folder of the test's own, gone when the test ends. */
export function makeTempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tailboard-test-'))
  folders.push(folder)
  return folder
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
