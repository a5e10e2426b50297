import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createPackage } from '@electron/asar'
import * as ResEdit from 'resedit'
import { createFuseWire } from './fuses.ts'

export type PackedSystem = 'win' | 'linux'

/** A folder that electron-builder takes for Electron's own: every file it touches, with next to nothing in it. */
export async function createFakeDistribution(folder: string, system: PackedSystem): Promise<void> {
  const locales = path.join(folder, 'locales')
  const resources = path.join(folder, 'resources')
  for (const made of [locales, resources]) mkdirSync(made, { recursive: true })
  for (const locale of ['en-US', 'fr', 'zh-CN']) writeFileSync(path.join(locales, `${locale}.pak`), '')
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version'])
    writeFileSync(path.join(folder, name), '')
  await createDefaultApp(path.join(folder, 'default-app'), path.join(resources, 'default_app.asar'))
  if (system === 'win') writeFileSync(path.join(folder, 'electron.exe'), createWindowsProgram())
  else writeFileSync(path.join(folder, 'electron'), createFuseWire(), { mode: 0o755 })
}

async function createDefaultApp(source: string, target: string): Promise<void> {
  mkdirSync(source)
  writeFileSync(path.join(source, 'package.json'), '{}')
  await createPackage(source, target)
}

/** A program with the version resource that electron-builder rewrites, and the fuses after its end. */
function createWindowsProgram(): Buffer {
  const program = ResEdit.NtExecutable.createEmpty(false, false)
  const resources = ResEdit.NtExecutableResource.from(program, true)
  const version = ResEdit.Resource.VersionInfo.createEmpty()
  version.setFileVersion(1, 0, 0, 0, 1033)
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.concat([Buffer.from(program.generate()), createFuseWire()])
}
