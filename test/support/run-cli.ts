import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { getTestFiles } from './engine-process.ts'

const entry = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))

export interface CliRun {
  code: number | null
  out: string
  err: string
  /** With --json: what stdout's only line says. */
  json: unknown
}

/** Runs the command line as it ships on the database that getTestFiles names, in its folder. */
export async function runCli(folder: string, args: readonly string[], limitKb?: number): Promise<CliRun> {
  const argv = [entry, ...args, '--db', getTestFiles(folder).database]
  // A file that would grow over the limit fails to be written, as on a full disk; the signal that says so is ignored.
  const limited = `trap '' XFSZ; ulimit -f ${limitKb}; exec "$0" "$@"`
  const [command, commandArgs] =
    limitKb === undefined ? [process.execPath, argv] : ['bash', ['-c', limited, process.execPath, ...argv]]
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8' }
  const child = spawn(command, commandArgs, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
  ])
  const isOneLine = /^[[{].*\n$/.test(out)
  return { code, out, err, json: args.includes('--json') && isOneLine ? (JSON.parse(out) as unknown) : null }
}
