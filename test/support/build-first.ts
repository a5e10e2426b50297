import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const builder = fileURLToPath(new URL('../../main/launch/build.mjs', import.meta.url))

/** Tests of whole processes run what ships: it is built again when a source is newer. */
export function setup(): void {
  const script = `import { build } from ${JSON.stringify(builder)}; build(process.execPath)`
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
  if (status !== 0) throw new Error('the build failed')
}
