import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { root, run } from './install.mjs'

const sources = ['main', 'shared', 'db', 'renderer', 'vite.build.ts', 'package-lock.json']

/** Builds when a source is newer than the build. What the build says goes to stderr. */
export function build(node) {
  const stamp = path.join(root, 'out/renderer/index.html')
  const builtMs = existsSync(stamp) ? statSync(stamp).mtimeMs : 0
  if (sources.every((source) => getNewestMs(path.join(root, source)) <= builtMs)) return
  const { status } = run(node, ['vite.build.ts'], { stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(3)
}

function getNewestMs(place) {
  const stat = statSync(place)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(place).reduce((newest, name) => Math.max(newest, getNewestMs(path.join(place, name))), 0)
}
