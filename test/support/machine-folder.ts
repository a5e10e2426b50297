import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

/** What belongs to the machine lies in a folder of the test file's own, for its processes too. */
const folder = mkdtempSync(path.join(tmpdir(), 'tailboard-machine-'))
process.env['TAILBOARD_MACHINE'] = folder
afterAll(() => rmSync(folder, { recursive: true, force: true }))
