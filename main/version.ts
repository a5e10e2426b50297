import { readFileSync } from 'node:fs'

/** From package.json, which lies two folders up in the build and one in the source. */
const packageFile = new URL(
  import.meta.url.endsWith('.ts') ? '../package.json' : '../../package.json',
  import.meta.url,
)

export const version = (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version
