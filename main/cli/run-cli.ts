import { parseArgs } from 'node:util'
import path from 'node:path'
import { getDataFolder } from '../engine/data-folder.ts'
import { forkParser } from '../files/fork-parser.ts'
import type { StartParser } from '../files/parser-protocol.ts'
import { assignCommand } from './assign-command.ts'
import { blockCommands } from './block-commands.ts'
import { checkCommand } from './check-command.ts'
import {
  failed,
  RefusedError,
  UsageError,
  type Arguments,
  type CliCommand,
  type CommandOutput,
  type ExitCode,
} from './command.ts'
import { connectEngine } from './connect-engine.ts'
import { exportCommand } from './export-command.ts'
import { fleetCommands } from './fleet-commands.ts'
import { forecastCommands } from './forecast-command.ts'
import { historyCommands } from './history-commands.ts'
import { inspectCommand } from './inspect-command.ts'
import { importCommand } from './import-command.ts'
import { ledgerCommands } from './ledger-commands.ts'
import { listCommands } from './list-commands.ts'
import { loadCommands } from './load-commands.ts'
import { modesCommand } from './modes-command.ts'
import { morningCommand } from './morning-command.ts'
import { numberCheckCommand } from './number-check-command.ts'
import { numberCommands } from './number-commands.ts'
import { pairCommand } from './pair-command.ts'
import { reissueCommand } from './reissue-command.ts'
import { scanCommand } from './scan-command.ts'
import { policyCommands } from './policy-commands.ts'
import { returnCommand } from './return-command.ts'
import { ruleCommands } from './rule-commands.ts'
import { verifyCommand } from './verify-command.ts'
import { watchCommand } from './watch-command.ts'
import { describe } from './words.ts'

const commands: readonly CliCommand[] = [
  inspectCommand,
  importCommand,
  returnCommand,
  watchCommand,
  assignCommand,
  pairCommand,
  scanCommand,
  checkCommand,
  ...forecastCommands,
  modesCommand,
  ...policyCommands,
  verifyCommand,
  reissueCommand,
  exportCommand,
  ...historyCommands,
  numberCheckCommand,
  ...numberCommands,
  ...listCommands,
  ...fleetCommands,
  ...loadCommands,
  ...ruleCommands,
  ...blockCommands,
  ...ledgerCommands,
  morningCommand,
]

const commonOptions = {
  db: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Runs one command line and returns its exit code; prints results to stdout and problems to stderr. */
export async function runCli(
  argv: readonly string[],
  startParser: StartParser = forkParser,
): Promise<ExitCode> {
  const command = findCommand(argv)
  if (!command) {
    const isHelp = argv.length === 0 || argv.includes('--help') || argv.includes('-h')
    print(isHelp ? process.stdout : process.stderr, listUsage(argv, isHelp))
    return isHelp ? 0 : 2
  }
  let args: Arguments
  try {
    args = parse(command, argv)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    print(process.stderr, [message, `usage: tailboard ${command.usage}`])
    return 2
  }
  if (args.options['help'] === true) {
    print(process.stdout, [`usage: tailboard ${command.usage}`, command.summary])
    return 0
  }
  return runCommand(command, args, startParser)
}

/** Two words before one: `override list` is no `override` of a shipment called list. */
const findCommand = (argv: readonly string[]): CliCommand | undefined =>
  commands.find((command) => command.name === `${argv[0]} ${argv[1]}`) ??
  commands.find((command) => command.name === argv[0])

function parse(command: CliCommand, argv: readonly string[]): Arguments {
  const words = command.name.split(' ').length
  const { values, positionals } = parseArgs({
    args: argv.slice(words),
    options: { ...commonOptions, ...command.options },
    allowPositionals: true,
  })
  const [least, most] = command.positionals
  const isHelp = values['help'] === true
  if (!isHelp && positionals.length < least) throw new UsageError('an argument is missing')
  if (positionals.length > most) throw new UsageError(`unexpected argument: ${positionals[most]}`)
  return { positionals, options: values }
}

async function runCommand(command: CliCommand, args: Arguments, startParser: StartParser): Promise<ExitCode> {
  const isJson = args.options['json'] === true
  const { needsEngine } = command
  if (needsEngine === false || (needsEngine && !needsEngine(args))) {
    return finish(await guardUsage(command, () => command.run(null as never, args, startParser)), isJson)
  }
  const database = args.options['db']
  const connected = await connectEngine(
    typeof database === 'string' ? path.resolve(database) : path.join(getDataFolder(), 'tailboard.db'),
    startParser,
  )
  if (!connected.ok) {
    return finish(
      { exitCode: 3, json: { problem: connected.problem }, text: [], problems: [connected.problem] },
      isJson,
    )
  }
  try {
    return finish(await guardUsage(command, () => command.run(connected.value, args, startParser)), isJson)
  } finally {
    connected.value.close()
  }
}

async function guardUsage(command: CliCommand, run: () => Promise<CommandOutput>): Promise<CommandOutput> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof RefusedError) return failed(error.problem)
    if (!(error instanceof UsageError)) throw error
    return {
      exitCode: 2,
      json: { usage: error.message },
      text: [],
      problems: [{ kind: 'bad-input', issues: [error.message, `usage: tailboard ${command.usage}`] }],
    }
  }
}

function finish({ exitCode, json, lines, text, problems }: CommandOutput, isJson: boolean): ExitCode {
  if (isJson)
    print(
      process.stdout,
      (lines ?? [json]).map((line) => JSON.stringify(line)),
    )
  else print(process.stdout, text)
  if (!isJson || exitCode === 3 || exitCode === 2) print(process.stderr, problems.map(describe))
  return exitCode
}

function listUsage(argv: readonly string[], isHelp: boolean): string[] {
  return [
    ...(isHelp ? [] : [`unknown command: ${argv.slice(0, 2).join(' ')}`]),
    'usage: tailboard COMMAND … [--db FILE] [--json]',
    ...commands.map((command) => `  ${command.usage.padEnd(66)} ${command.summary}`),
    'exit codes: 0 done · 1 problems listed · 2 usage · 3 could not run',
  ]
}

function print(stream: NodeJS.WriteStream, lines: readonly string[]): void {
  if (lines.length > 0) stream.write(`${lines.join('\n')}\n`)
}
