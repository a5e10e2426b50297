import path from 'node:path'
import { checkArchive } from './check-archive.ts'
import { checkProgram } from './check-program.ts'
import { check } from './checks.ts'
import type { PackedSystem } from './fake-distribution.ts'
import { listFolder } from './list-folder.ts'

const natives = { win: 'win32-x64.node', linux: 'linux-x64.node' }
const programs = { win: 'Tailboard.exe', linux: 'tailboard' }

/** Checks a packed app folder for x64. */
export function checkPackage(folder: string, system: PackedSystem, projectRoot: string): void {
  const archive = path.join(folder, 'resources/app.asar')
  checkArchive(archive, system, natives[system], projectRoot)
  checkProgram(path.join(folder, programs[system]), archive, system)

  const unpacked = listFolder(`${archive}.unpacked`).map((file) => path.basename(file))
  check(
    `${system}: the native module, and nothing else, lies unpacked`,
    unpacked.join() === natives[system],
    unpacked,
  )

  const locales = listFolder(path.join(folder, 'locales'))
  check(`${system}: the two languages are packed`, locales.join() === 'en-US.pak,zh-CN.pak', locales)
}
