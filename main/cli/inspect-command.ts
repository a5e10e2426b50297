import path from 'node:path'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { isForeignShape } from '../../shared/domain/sheet/sheet-layout.ts'
import { inspectFile, type Inspection } from '../commands/inspect-file.ts'
import { failed, hasFlag, type CliCommand, type CommandOutput } from './command.ts'
import { describeCell, describeColumnVerdict } from './words.ts'

export const inspectCommand: CliCommand = {
  name: 'inspect',
  usage: 'inspect FILE [--rows]',
  summary: 'what an import would make of a file: tables, columns with verdict and reason, problems by cell',
  options: { rows: { type: 'boolean' } },
  positionals: [1, 1],
  needsEngine: false,
  async run(_engine, args, startParser) {
    const [file] = args.positionals
    const read = await inspectFile(startParser, path.resolve(file!), hasFlag(args, 'rows'))
    if ('refused' in read)
      return refuse(file!, { kind: 'file-refused', fileName: path.basename(file!), problem: read.refused })
    const inspection = { ...read.inspection, file: file! }
    return {
      exitCode:
        inspection.verdict === 'ok' && inspection.problems.every(({ level }) => level !== 'block') ? 0 : 1,
      json: inspection,
      text: describe(inspection),
      problems: inspection.verdict === 'refused' ? [explain(inspection)] : [],
    }
  },
}

/** A file that cannot be read is an answer too; only a machine that cannot read is none. */
function refuse(file: string, problem: CallProblem & { kind: 'file-refused' }): CommandOutput {
  const level = 'block' as const
  const problems = [{ kind: problem.problem.kind, level, sheet: '', cell: '', value: '' }]
  return { ...failed(problem), json: { file, verdict: 'refused', problems, sheets: [] } }
}

function explain({ file, sheets }: Inspection): CallProblem {
  const fileName = path.basename(file)
  const shape = sheets.map((sheet) => sheet.shape).find(isForeignShape)
  return shape ? { kind: 'known-file', fileName, shape } : { kind: 'nothing-to-import', fileName }
}

function describe({ file, verdict, sheets, problems }: Inspection): string[] {
  return [
    `${file}: ${verdict}`,
    ...sheets.flatMap(({ name, encoding, shape, headingRow, columns }) => [
      `  ${name === '' ? '–' : name}  ${shape}  heading row ${headingRow}${encoding ? `  ${encoding}` : ''}`,
      ...columns.map((column) => `    ${describeColumnVerdict(column)}`),
    ]),
    ...problems.map((problem) => `  ${problem.level}  ${describeCell(problem)}`),
  ]
}
