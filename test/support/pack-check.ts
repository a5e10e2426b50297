/** Packs the built app for Windows and Linux over a fake Electron, and checks what went in. Nothing is fetched. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkPackage } from './pack/check-package.ts'
import { reportChecks } from './pack/checks.ts'
import { createFakeDistribution, type PackedSystem } from './pack/fake-distribution.ts'

const projectRoot = path.resolve(import.meta.dirname, '../..')
const nowhere = 'http://127.0.0.1:9/'
for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy', 'ELECTRON_MIRROR']) {
  process.env[name] = nowhere
}
process.env['ELECTRON_BUILDER_BINARIES_MIRROR'] = nowhere
process.env['CSC_IDENTITY_AUTO_DISCOVERY'] = 'false'

if (!existsSync(path.join(projectRoot, 'out/main/desk.js'))) {
  console.error('There is nothing to pack yet. Run: npm run build')
  process.exit(1)
}

// electron-builder reads the proxy and the mirrors when it is loaded.
const { Arch, Platform, build } = await import('electron-builder')
const platforms = { win: Platform.WINDOWS, linux: Platform.LINUX }

async function packFor(system: PackedSystem, workFolder: string): Promise<string> {
  const electronDist = path.join(workFolder, `electron-${system}`)
  const output = path.join(workFolder, system)
  mkdirSync(electronDist)
  await createFakeDistribution(electronDist, system)
  await build({
    projectDir: projectRoot,
    targets: platforms[system].createTarget('dir', Arch.x64),
    publish: 'never',
    config: {
      extends: path.join(projectRoot, 'electron-builder.yml'),
      electronDist,
      directories: { output },
    },
  })
  return path.join(output, `${system}-unpacked`)
}

/** Exports and test reports may lie beside what was built; they are no part of the app. */
function leaveExport(): string {
  const folder = mkdtempSync(path.join(projectRoot, 'out/pack-check-export-'))
  writeFileSync(path.join(folder, 'manifest.json'), '{}')
  return folder
}

async function checkBoth(): Promise<number> {
  const workFolder = mkdtempSync(path.join(tmpdir(), 'tailboard-pack-'))
  const exported = leaveExport()
  try {
    for (const system of ['win', 'linux'] as const) {
      checkPackage(await packFor(system, workFolder), system, projectRoot)
    }
    return reportChecks()
  } catch (error) {
    console.error(error)
    return 1
  } finally {
    rmSync(exported, { recursive: true, force: true })
    rmSync(workFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}

// electron-builder leaves an exit hook behind that forgets process.exitCode.
process.exit(await checkBoth())
