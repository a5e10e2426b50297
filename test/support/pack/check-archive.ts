import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { check } from './checks.ts'
import { listFolder } from './list-folder.ts'

const bundles = [
  '/package.json',
  '/out/main/desk.js',
  '/out/main/engine.js',
  '/out/main/parser.js',
  '/out/preload/preload.cjs',
  '/out/renderer/index.html',
]

/** What was built, the SQL of migrations where it is not built in, and the one module that cannot be bundled. */
const wanted =
  /^\/(package\.json$|out\/(main|preload|renderer)\/|db\/migrations\/.*\.sql$|node_modules\/better-sqlite3\/)/
const unwanted = /\.(ts|tsx|map|c|cc|cpp|h|gyp)$|\/(test|deps|src)\//

/** Modules that a packed bundle may import by name, besides Node's own. */
const provided = new Set(['electron', 'better-sqlite3'])

/** Checks the files inside app.asar. `native` is the file name of the platform's native module. */
export function checkArchive(archive: string, system: string, native: string, projectRoot: string): void {
  const files = listFiles(archive)
  for (const bundle of bundles) check(`${system}: ${bundle} is packed`, files.includes(bundle))

  const extra = files.filter((file) => !wanted.test(file) || unwanted.test(file))
  check(`${system}: nothing but the app is packed`, extra.length === 0, extra.slice(0, 5))

  const natives = files.filter((file) => file.endsWith('.node')).map((file) => path.basename(file))
  check(`${system}: no other platform's native module is listed`, natives.join() === native, natives)

  const code = files
    .filter((file) => /^\/out\/main\/.*\.js$|^\/db\/migrations\//.test(file))
    .map((file) => extractFile(archive, file.slice(1)).toString())
    .join('\n')

  const tables = listTables(projectRoot)
  const missing = tables.filter((table) => !new RegExp(`CREATE TABLE ${table}\\b`).test(code))
  check(`${system}: the migrations are packed`, tables.length > 0 && missing.length === 0, missing)

  const absent = listImports(code).filter((name) => !isBuiltin(name) && !provided.has(name))
  check(`${system}: no bundle imports a module that is not packed`, absent.length === 0, absent)
}

const listFiles = (archive: string): string[] =>
  listPackage(archive, { isPack: false })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file, _index, all) => !all.some((other) => other.startsWith(`${file}/`)))

/** Tables that the migrations in the source make. */
function listTables(projectRoot: string): string[] {
  const folder = path.join(projectRoot, 'db/migrations')
  const source = listFolder(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'))
  return [...source.join('\n').matchAll(/CREATE TABLE (\w+)/g)].map(([, table]) => table!)
}

/** Names of imported modules, as the bundler writes them: one import to a line. */
const listImports = (code: string): string[] =>
  [...code.matchAll(/^import (?:.* from )?"([^."][^"]*)"/gm)].map(([, name]) => name!)
