import { describe, expect, test } from 'vitest'
import {
  countSheetQuestions,
  findFirstWaiting,
  findNextQuestion,
  findNextWaiting,
  isReadyToCommit,
  isWaiting,
  listQuestions,
  mergeFiles,
} from '../../../renderer/import/queued-file.ts'
import { makeDraft, makeFile, makeSheet } from './make-draft.ts'

const twoSheets = [makeSheet(0, ['known', 'confirm', 'extra', 'confirm']), makeSheet(1, ['confirm'])]
const columnsAsked = [
  { kind: 'column', sheet: 0, column: 1 },
  { kind: 'column', sheet: 0, column: 3 },
  { kind: 'column', sheet: 1, column: 0 },
]

describe('what a file asks', () => {
  test('a doubtful column is a question, sheet by sheet and from the left', () => {
    expect(listQuestions(makeFile({ verdict: 'confirm', sheets: twoSheets }))).toEqual(columnsAsked)
  })

  test('whose file it is comes first, until the dispatcher has said so', () => {
    const draft = { verdict: 'new', sheets: twoSheets } as const
    expect(listQuestions(makeFile(draft))).toEqual([{ kind: 'client' }, ...columnsAsked])
    expect(listQuestions(makeFile(draft, true))).toEqual(columnsAsked)
  })

  test('accepting every proposal leaves no column to ask', () => {
    expect(listQuestions(makeFile({ verdict: 'known', sheets: twoSheets, questions: 0 }))).toEqual([])
  })

  test('a file that cannot be read or is the same as before asks nothing', () => {
    expect(listQuestions(makeFile({ verdict: 'refused', sheets: twoSheets }))).toEqual([])
    expect(listQuestions(makeFile({ verdict: 'same-file', sheets: twoSheets }))).toEqual([])
  })

  test('a sheet without a table asks nothing', () => {
    const sheet = makeSheet(0, ['confirm'])
    const noTable = { ...sheet, layout: { ...sheet.layout, shape: 'none' as const } }
    expect(listQuestions(makeFile({ verdict: 'confirm', sheets: [noTable] }))).toEqual([])
  })

  test('each sheet counts its own questions', () => {
    const file = makeFile({ verdict: 'confirm', sheets: twoSheets })
    expect([0, 1].map((sheet) => countSheetQuestions(file, sheet))).toEqual([2, 1])
  })
})

describe('the next question', () => {
  const file = makeFile({ verdict: 'confirm', sheets: twoSheets })

  test('after a column is the next one to the right, then the next sheet', () => {
    expect(findNextQuestion(file, { kind: 'column', sheet: 0, column: 1 })).toEqual(columnsAsked[1])
    expect(findNextQuestion(file, { kind: 'column', sheet: 0, column: 3 })).toEqual(columnsAsked[2])
  })

  test('after the last one is the first that is still open', () => {
    expect(findNextQuestion(file, { kind: 'column', sheet: 1, column: 0 })).toEqual(columnsAsked[0])
  })

  test('after the client is the first column', () => {
    expect(findNextQuestion(file, { kind: 'client' })).toEqual(columnsAsked[0])
  })

  test('there is none when all is answered', () => {
    expect(findNextQuestion(makeFile(), { kind: 'client' })).toBeUndefined()
  })
})

describe('the queue', () => {
  test('only a file with nothing left to ask is committed', () => {
    expect(isReadyToCommit(makeFile())).toBe(true)
    expect(isReadyToCommit(makeFile({ verdict: 'confirm', sheets: twoSheets }))).toBe(false)
    expect(isReadyToCommit(makeFile({ verdict: 'new' }))).toBe(false)
    expect(isReadyToCommit(makeFile({ verdict: 'new' }, true))).toBe(true)
    expect(isReadyToCommit(makeFile({ verdict: 'refused' }))).toBe(false)
    expect(isReadyToCommit(makeFile({ verdict: 'same-file' }))).toBe(false)
  })

  test('a file waits for the dispatcher only if an answer would help', () => {
    expect(isWaiting(makeFile({ verdict: 'new' }))).toBe(true)
    expect(isWaiting(makeFile({ verdict: 'refused' }))).toBe(false)
    expect(isWaiting(makeFile())).toBe(false)
  })

  test('begins at the first file that waits, else at the first', () => {
    const known = makeFile({ draftId: 1 })
    const open = makeFile({ draftId: 2, verdict: 'new' })
    expect(findFirstWaiting([known, open])).toBe(open)
    expect(findFirstWaiting([known])).toBe(known)
    expect(findFirstWaiting([])).toBeUndefined()
  })

  test('goes on to the next waiting file, round the end, and never to the one just left', () => {
    const [a, b, c] = [1, 2, 3].map((draftId) => makeFile({ draftId, verdict: 'new' })) as [
      ReturnType<typeof makeFile>,
      ReturnType<typeof makeFile>,
      ReturnType<typeof makeFile>,
    ]
    expect(findNextWaiting([a, b, c], a.key)).toBe(b)
    expect(findNextWaiting([a, b, c], c.key)).toBe(a)
    expect(findNextWaiting([a], a.key)).toBeUndefined()
  })

  test('a draft read again keeps its place and what was said of its client', () => {
    const files = [makeFile({ draftId: 1 }, true), makeFile({ draftId: 2 })]
    const again = makeDraft({ draftId: 1, client: '深圳拓海' })
    const merged = mergeFiles(files, [again])
    expect(merged.map(({ key }) => key)).toEqual(['draft 1', 'draft 2'])
    expect(merged[0]).toEqual({ key: 'draft 1', draft: again, isClientSettled: true })
  })

  test('refused files, which have no draft, are told apart by their names', () => {
    const refused = ['备忘.pdf', '空.csv'].map((fileName) =>
      makeDraft({ draftId: 0, fileName, verdict: 'refused' }),
    )
    expect(mergeFiles([], refused)).toHaveLength(2)
    expect(mergeFiles(mergeFiles([], refused), refused)).toHaveLength(2)
  })
})

describe('a text in an unknown encoding', () => {
  const encodings = [{ encoding: 'gb18030' as const, rows: [['货件号']] }]
  const problem = {
    kind: 'file-refused' as const,
    fileName: 'a.csv',
    problem: { kind: 'unknown-encoding' as const },
  }

  test('asks for it alone, and is not ready', () => {
    const file = makeFile({ verdict: 'confirm', questions: 1, encodings, problem })
    expect(listQuestions(file)).toEqual([{ kind: 'encoding' }])
    expect(isReadyToCommit(file)).toBe(false)
  })

  test('asks nothing where there is nothing to choose from', () => {
    expect(listQuestions(makeFile({ verdict: 'refused', problem }))).toEqual([])
  })
})
