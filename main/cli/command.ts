import type { Engine } from '../engine/engine.ts'
import type { StartParser } from '../files/parser-protocol.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'

/** 0 done · 1 done or nothing done, with problems listed · 2 usage · 3 could not run. */
export type ExitCode = 0 | 1 | 2 | 3

export interface CommandOutput {
  exitCode: ExitCode
  /** With --json: printed as one line, or one line each for an array marked `lines`. */
  json: unknown
  lines?: readonly unknown[]
  /** Without --json. */
  text: readonly string[]
  problems: readonly CallProblem[]
}

export interface Arguments {
  positionals: string[]
  options: Readonly<Record<string, string | boolean | string[] | undefined>>
}

export interface CliCommand {
  /** As typed after `tailboard`: one or two words. */
  name: string
  usage: string
  summary: string
  options: Readonly<Record<string, { type: 'string' | 'boolean'; multiple?: true }>>
  /** Least and most positional arguments. */
  positionals: readonly [number, number]
  /** False for what needs no database. */
  needsEngine?: false | ((args: Arguments) => boolean)
  run(engine: Engine, args: Arguments, startParser: StartParser): Promise<CommandOutput>
}

export class UsageError extends Error {}

/** Ends a command with what an engine refused. */
export class RefusedError extends Error {
  readonly problem: CallProblem

  constructor(problem: CallProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

export const getText = ({ options }: Arguments, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

export function needText(args: Arguments, name: string): string {
  const value = getText(args, name)
  if (value === undefined) throw new UsageError(`--${name} is missing`)
  return value
}

/** A whole number such as a block's, counted from 1. */
export function needNumber(text: string, name: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`${name} takes digits`)
  return Number(text)
}

export function needOneOf<T extends string>(value: string, name: string, known: readonly T[]): T {
  const found = known.find((word) => word === value)
  if (found === undefined) throw new UsageError(`--${name} is one of ${known.join(', ')}`)
  return found
}

export const hasFlag = ({ options }: Arguments, name: string): boolean => options[name] === true

export const done = (json: unknown, text: readonly string[]): CommandOutput => ({
  exitCode: 0,
  json,
  text,
  problems: [],
})

/** What keeps any command from running, as against what is wrong with the data. */
const cannotRun: ReadonlySet<CallProblem['kind']> = new Set<CallProblem['kind']>([
  'disk-full',
  'commit-in-doubt',
  'engine-gone',
  'database-newer',
  'database-not-ours',
  'database-in-use',
  'database-damaged',
  'database-place',
  'database-unwritable',
  'not-published',
  'bug',
])

export const failed = (problem: CallProblem): CommandOutput => ({
  exitCode: cannotRun.has(problem.kind) ? 3 : 1,
  json: { problem },
  text: [],
  problems: [problem],
})
