import type { FileProblem, PublishProblem, TemplateProblem } from '../domain/file-problem.ts'
import type { Translate } from '../locales/translate.ts'

/** Bytes as whole megabytes, at least 1. */
const formatMegabytes = (bytes: number): string => String(Math.max(1, Math.ceil(bytes / 1024 / 1024)))

/** Why a file is not read as a table, and what to do. `file` is the file's name. */
export function describeFileProblem(problem: FileProblem, t: Translate, file: string): string {
  const key = `problems.file.${problem.kind}` as const
  switch (problem.kind) {
    case 'unreadable':
      return t(key, { file, code: problem.code })
    case 'too-large':
      return t(key, {
        file,
        size: formatMegabytes(problem.bytes),
        limit: formatMegabytes(problem.limit),
      })
    case 'not-a-table':
      return t(key, { file, found: t(`problems.foreign.${problem.found}`) })
    case 'damaged-zip':
      return problem.entry === undefined
        ? t(key, { file })
        : t('problems.file.damaged-part', { file, part: problem.entry })
    case 'damaged-xls':
      return problem.cell === undefined
        ? t(key, { file })
        : t('problems.file.damaged-xls-cell', { file, cell: problem.cell })
    case 'unknown-code-page':
      return t(key, { file, codePage: problem.codePage })
    case 'damaged-xml': {
      const part = problem.cell === undefined ? problem.entry : `${problem.entry} ${problem.cell}`
      return t(key, { file, part })
    }
    case 'duplicate-entry':
    case 'unsafe-entry':
    case 'doctype':
    case 'bomb':
      return t(key, { file, part: problem.entry })
    case 'too-deep':
      return t(key, { file, part: problem.entry, limit: problem.limit })
    case 'nul-character':
    case 'unclosed-quote':
    case 'misplaced-quote':
      return t(key, { file, row: problem.row })
    case 'too-many-columns':
    case 'cell-too-long':
      return t(key, { file, row: problem.row, limit: problem.limit })
    case 'too-many-entries':
    case 'too-many-rows':
    case 'too-many-cells':
    case 'too-many-sheets':
    case 'too-many-merges':
    case 'record-too-long':
      return t(key, { file, limit: problem.limit })
    case 'parser-memory':
      return t(key, { file, limit: formatMegabytes(problem.limit) })
    case 'parser-timeout':
      return t(key, { file, seconds: Math.round(problem.limitMs / 1000) })
    default:
      return t(key, { file })
  }
}

/** Why Amazon's tracking workbook of a shipment is not read or filled. */
export function describeTemplateProblem(problem: TemplateProblem, t: Translate, fbaId: string): string {
  switch (problem.kind) {
    case 'unreadable-file':
      return describeFileProblem(problem.problem, t, fbaId)
    case 'not-that-layout':
      return problem.cell === undefined
        ? t('problems.template.not-that-layout', { fbaId })
        : t('problems.template.not-that-layout-at', { fbaId, cell: problem.cell })
    case 'shipment-differs':
      return t('problems.template.shipment-differs', { expected: problem.expected, found: problem.found })
    case 'duplicate-box':
      return t('problems.template.duplicate-box', {
        fbaId,
        boxId: problem.boxId,
        cells: problem.cells.join(', '),
      })
    default:
      return t('problems.template.boxes-differ', {
        fbaId,
        notInTemplate: listSome(problem.notInTemplate),
        notInBatch: listSome(problem.notInBatch),
      })
  }
}

const listSome = (ids: readonly string[]): string =>
  ids.length === 0 ? '—' : ids.slice(0, 3).join(', ') + (ids.length > 3 ? ` … (${ids.length})` : '')

/** Why an export folder was not published. */
export function describePublishProblem(problem: PublishProblem, t: Translate): string {
  const code = problem.kind === 'unwritable' ? problem.code : ''
  return t(`problems.publish.${problem.kind}`, { path: problem.path, code })
}
