import type { SheetQuestions } from '../../shared/domain/return-questions.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { describeCellQuestion, describeRowQuestions } from '../../shared/words/describe-question.ts'
import type { DraftContent } from '../engine/draft-desk.ts'
import { detectContentType } from '../files/file-content.ts'
import { markText } from '../files/mark-text.ts'
import { markWorkbook, type SheetMarks } from '../files/mark-workbook.ts'
import { makeQuestionList } from '../files/question-list.ts'

export interface MarkedFile {
  bytes: Uint8Array
  /** False: the client's file takes no column, so the questions are a workbook of their own. */
  isOwnFile: boolean
}

/** The client's own file with its questions behind the last column, else a list of them. */
export async function makeMarkedFile(
  bytes: Uint8Array,
  content: DraftContent,
  questions: readonly SheetQuestions[],
  t: Translate,
): Promise<MarkedFile> {
  const marks = questions.map((sheet) => toMarks(sheet, content, t))
  const own = await markOwnFile(bytes, content.encoding, marks)
  return own ? { bytes: own, isOwnFile: true } : { bytes: listQuestions(questions, t), isOwnFile: false }
}

function toMarks({ sheet, rows }: SheetQuestions, { sheets }: DraftContent, t: Translate): SheetMarks {
  const textByRow = new Map(rows.map((row) => [row.row, describeRowQuestions(row, t)]))
  const headingRow = sheets.find(({ info }) => info.name === sheet)?.layout.headingRow ?? 0
  if (headingRow > 0 && !textByRow.has(headingRow)) textByRow.set(headingRow, t('questions.heading'))
  return { sheet, textByRow }
}

async function markOwnFile(
  bytes: Uint8Array,
  encoding: string | null,
  marks: readonly SheetMarks[],
): Promise<Uint8Array | null> {
  const type = detectContentType(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (type === 'zip') return markWorkbook(bytes, marks)
  if (type !== 'text' || encoding === null || marks.length !== 1) return null
  return markText(bytes, encoding, marks[0]!.textByRow)
}

function listQuestions(questions: readonly SheetQuestions[], t: Translate): Uint8Array {
  const listed = questions.flatMap(({ sheet, rows }) =>
    rows.flatMap(({ row, cells }) =>
      cells.map((problem) => ({
        sheet,
        row,
        cell: problem.cell,
        value: problem.value,
        question: describeCellQuestion(problem, t),
      })),
    ),
  )
  const word = (name: 'sheet' | 'row' | 'cell' | 'value' | 'question') => t(`questions.list.${name}`)
  return makeQuestionList(listed, {
    name: t('questions.sheet'),
    headings: [word('sheet'), word('row'), word('cell'), word('value'), word('question')],
  })
}
