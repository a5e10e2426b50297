import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openEngine } from '../engine/engine.ts'
import { morningSurroundings, runMorning } from '../practice-morning/run-morning.ts'
import type { MorningProblem } from '../practice-morning/morning-problem.ts'
import { done, failed, getText, UsageError, type CliCommand, type CommandOutput } from './command.ts'

export const morningCommand: CliCommand = {
  name: 'morning',
  usage: 'morning --out DIR',
  summary:
    'runs the practice morning from client files to upload-ready files and checks every value of the output',
  options: { out: { type: 'string' } },
  positionals: [0, 0],
  needsEngine: false,
  async run(_engine, args, startParser) {
    const out = getText(args, 'out')
    if (out === undefined) throw new UsageError('--out names the folder to write')
    const folder = mkdtempSync(path.join(tmpdir(), 'tailboard-morning-'))
    const opened = openEngine({
      files: {
        database: path.join(folder, 'practice.db'),
        practiceFolder: path.join(folder, 'practice'),
        exportFolder: path.join(folder, 'export'),
        machineFolder: path.join(folder, 'machine'),
      },
      surroundings: morningSurroundings(),
      startParser,
      canPickFolder: true,
    })
    if (!opened.ok) return failed(opened.problem)
    const isJson = args.options['json'] === true
    try {
      const report = await runMorning(opened.value, {
        out: path.resolve(out),
        inbox: path.join(folder, 'inbox'),
        log: (line) => {
          if (!isJson) process.stdout.write(`${line}\n`)
        },
      })
      return report.ok ? done(report.value, []) : describeStop(report.problem)
    } finally {
      opened.value.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** A morning that came out otherwise than the sample company's own truth names each difference. */
function describeStop(problem: MorningProblem): CommandOutput {
  if (problem.kind === 'call-refused') {
    const output = failed(problem.problem)
    return { ...output, json: { problem }, text: [`${problem.call} ${problem.subject}`] }
  }
  return {
    exitCode: 1,
    json: { problem },
    text: [
      `${problem.step}: ${problem.differences.length} differences`,
      ...problem.differences.map(
        ({ where, expected, found }) => `  ${where}: expected ${expected}, found ${found}`,
      ),
    ],
    problems: [],
  }
}
