import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from './build.mjs'
import { checkNode, findNode, install, root } from './install.mjs'

const fetchTimeoutMs = 60_000

install()
const node = findNode()
checkNode(node)
build(node)

const electron = findElectron() ?? fetchElectron()
if (electron) {
  forward(spawn(electron, [root, ...getSandboxFlags()], { stdio: 'inherit' }))
} else {
  process.stderr.write(
    "Electron's runtime is not here and could not be fetched: the desk opens in a browser instead.\n",
  )
  forward(spawn(node, [path.join(root, 'out/main/browser-host.js')], { stdio: 'inherit' }))
}

/** The runtime's own note says where it lies; asking the package itself would start a download. */
function findElectron() {
  const folder = path.join(root, 'node_modules/electron')
  const note = path.join(folder, 'path.txt')
  if (!existsSync(note)) return null
  const binary = path.join(folder, 'dist', readFileSync(note, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

/** Tried once, for a short time; a machine without access to the download goes on without it. */
function fetchElectron() {
  if (process.env['TAILBOARD_NO_ELECTRON'] || process.env['CI']) return null
  const script = path.join(root, 'node_modules/electron/install.js')
  if (!existsSync(script)) return null
  process.stderr.write("Looking for Electron's runtime (at most a minute) …\n")
  spawnSync(node, [script], { cwd: root, stdio: 'ignore', timeout: fetchTimeoutMs, killSignal: 'SIGKILL' })
  return findElectron()
}

/** Chromium refuses to run as root with its sandbox; nobody else goes without it. */
function getSandboxFlags() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

function forward(child) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 0))
}
