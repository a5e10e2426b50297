import { savedEntities } from '../../../shared/contract/outputs/shipment-problem.ts'
import { describe, expect, test } from 'vitest'
import { getTranslate } from '../../../shared/locales/translate.ts'
import {
  describeCellProblem,
  describeColumnReason,
  describeConflict,
  describeMismatch,
  describeProblem,
  describeReason,
  describeReasonFix,
  formatFieldName,
} from '../../../shared/words/describe-problem.ts'
import type { CallProblem } from '../../../shared/contract/outputs.ts'
import { assignConflicts } from '../../../shared/domain/assign-conflict.ts'
import type { FileProblem, PublishProblem, TemplateProblem } from '../../../shared/domain/file-problem.ts'
import { importFields } from '../../../shared/domain/sheet/import-field.ts'
import { cellProblemKinds } from '../../../shared/domain/sheet/imported-shipment.ts'
import type { Mismatch } from '../../../shared/domain/pairing/pairing.ts'
import { readinessReasons } from '../../../shared/domain/readiness.ts'
import { standIns } from '../../../shared/domain/stand-in.ts'
import { valueRefusals } from '../../../shared/domain/shipment-edit.ts'
import type { ColumnReason } from '../../../shared/domain/sheet/sheet-layout.ts'
import { problemWords as english } from '../../../shared/locales/en/problems.ts'
import { problemWords as chinese } from '../../../shared/locales/zh-cn/problems.ts'

const languages = ['zh-CN', 'en'] as const

/** One of each kind, so that a kind without a sample does not compile. */
type OneOfEach<T extends { kind: string }> = { [K in T['kind']]: Omit<Extract<T, { kind: K }>, 'kind'> }

const withKinds = <T extends { kind: string }>(samples: OneOfEach<T>): T[] =>
  Object.entries(samples).map(([kind, data]) => ({ kind, ...(data as object) }) as T)

const fileProblems = withKinds<FileProblem>({
  missing: {},
  'is-folder': {},
  'not-permitted': {},
  locked: {},
  unreadable: { code: 'EIO' },
  empty: {},
  'too-large': { bytes: 300 * 1024 * 1024, limit: 200 * 1024 * 1024 },
  'not-a-table': { found: 'pdf' },
  'not-a-workbook': {},
  'legacy-xls': {},
  'damaged-xls': { cell: 'C7' },
  'unknown-code-page': { codePage: 437 },
  encrypted: {},
  'damaged-zip': { entry: 'xl/styles.xml' },
  'too-many-entries': { limit: 4096 },
  'duplicate-entry': { entry: 'xl/workbook.xml' },
  'unsafe-entry': { entry: '../evil.xml' },
  bomb: { entry: 'xl/sheet1.xml', limit: 100 },
  doctype: { entry: 'xl/sheet1.xml' },
  'too-deep': { entry: 'xl/sheet1.xml', limit: 64 },
  'damaged-xml': { entry: 'xl/sheet1.xml', cell: 'C7' },
  'unknown-encoding': {},
  'nul-character': { row: 12 },
  'unclosed-quote': { row: 12 },
  'misplaced-quote': { row: 12 },
  'too-many-rows': { limit: 200_000 },
  'too-many-columns': { row: 12, limit: 2_000 },
  'too-many-cells': { limit: 5_000_000 },
  'too-many-sheets': { limit: 200 },
  'too-many-merges': { limit: 10_000 },
  'record-too-long': { limit: 1_000_000 },
  'cell-too-long': { row: 12, limit: 32_767 },
  'parser-crashed': {},
  'parser-timeout': { limitMs: 60_000 },
  'parser-memory': { limit: 512 * 1024 * 1024 },
  cancelled: {},
})

const templateProblems = withKinds<TemplateProblem>({
  'unreadable-file': { problem: { kind: 'encrypted' } },
  'not-that-layout': { cell: 'A4' },
  'shipment-differs': { expected: 'FBA15TB8M3X9', found: 'FBA19TB4K7Q2' },
  'duplicate-box': { boxId: 'FBA15TB8M3X9U000001', cells: ['A6', 'A9'] },
  'boxes-differ': { notInTemplate: ['FBA15TB8M3X9U000021'], notInBatch: [] },
})

const path = 'D:\\导出\\2026-11-23_0948'

const publishProblems = withKinds<PublishProblem>({
  'disk-full': { path },
  locked: { path },
  'target-exists': { path },
  'not-a-folder': { path },
  unwritable: { path, code: 'EACCES' },
  'not-as-written': { path },
  cancelled: { path },
})

const file = 'D:\\Tailboard\\tailboard.db'

const callProblems = [
  ...withKinds<CallProblem>({
    'database-newer': { file, version: 9, known: 7 },
    'database-not-ours': { file },
    'database-in-use': { file },
    'database-damaged': { file, detail: 'page 7' },
    'database-place': { file, reason: 'network' },
    'database-unwritable': { file, code: 'EACCES' },
    'disk-full': { path: file, freeMb: 3 },
    'commit-in-doubt': { opId: '12345678', code: 'SQLITE_IOERR' },
    'row-moved-on': { entity: 'shipment', id: 7, field: 'pro' },
    'nothing-to-undo': {},
    'nothing-to-redo': {},
    'block-range': { first: 900, last: 100 },
    'block-width': { width: 16 },
    'block-prefix': { prefix: 'ab' },
    'block-too-long': { length: 31 },
    'block-overlaps': { blockId: 3 },
    'no-block': { carrierId: 3 },
    'block-runs-out': { wanted: 53, left: 12, blockIds: [3] },
    'rule-weights': { from: 500, to: 150 },
    'rule-dates': { from: '2026-12-01', to: '2026-11-01' },
    'rule-set-unknown': { name: '旺季' },
    'share-reason-missing': {},
    'load-unknown': { number: 'L261127-01' },
    'vehicle-unknown': { name: '粤B12345' },
    'driver-unknown': { name: '张三' },
    'load-reason-missing': {},
    'load-at-once': { what: 'vehicle', name: '粤B12345', number: 'L261127-01' },
    'load-card-expired': { name: '张三', until: '2026-11-01' },
    'trip-order': { departsAt: '2026-11-27T12:00', returnsAt: '2026-11-27T08:00' },
    'bad-input': { issues: ['name'] },
    'unknown-call': { name: 'load.plan' },
    'not-allowed': { name: 'file.offer' },
    'file-refused': { fileName: '宁波星野.xlsx', problem: { kind: 'encrypted' } },
    'template-refused': { fbaId: 'FBA15TB8M3X9', problem: { kind: 'not-that-layout' } },
    'not-published': { problem: { kind: 'locked', path } },
    cancelled: {},
    'engine-gone': {},
    bug: { reference: '7K2Q' },
    'token-unknown': {},
    'draft-unknown': { draftId: 3 },
    'watch-unreachable': { folder: 'Z:\\clients' },
    'import-unknown': { importId: 3 },
    'nothing-to-ask': { fileName: '备忘.xlsx' },
    'client-needed': { fileName: '义乌百川_1123.xlsx' },
    'same-file': { fileName: '深圳拓海.csv', atMs: new Date(2026, 10, 23, 9, 2).getTime() },
    'known-file': { fileName: 'list.csv', shape: 'worldship' },
    'no-shipment-fits': {},
    'nothing-assigned': { conflicts: [{ kind: 'mode-unknown', count: 3 }] },
    'all-claimed': { fileName: '快递箱单.csv', client: '海川送仓', shipments: 5 },
    'nothing-to-import': { fileName: '备忘.xlsx' },
    'columns-to-confirm': { fileName: '义乌百川_1123.xlsx', questions: 2 },
    'carrier-unknown': { name: '顺达' },
    'carrier-no-fleet': { name: 'UPS' },
    'client-unknown': { name: '杭州云栖' },
    'shipment-unknown': { fbaId: 'FBA15TB8M3X9' },
    'reissue-refused': { problem: { kind: 'same-id', fbaId: 'FBA19TB4K7Q2' } },
    'name-taken': { name: '宁波星野' },
    'value-refused': { field: 'pro', value: '5012345678', reason: 'issued-before', owner: null },
    'stand-in': {
      fbaId: 'FBA15TB8M3X9',
      value: '12345678901',
      standIn: 'isa',
      owner: 'FBA19TB4K7Q2',
      more: 0,
    },
    'row-unknown': { entity: 'client', id: 7 },
    'pro-against-blocks': {
      fbaId: 'FBA15TB8M3X9',
      value: '8100200007',
      carrier: '自营车队',
      misfit: {
        kind: 'check-digit',
        blockId: 1,
        first: '8100200008',
        last: '8100200990',
        right: '8100200008',
      },
      more: 0,
    },
    'rule-fixed': { rule: 'pro-repeated' },
    'rule-uncertain': { rule: 'isa-shape' },
    'rule-pack-unreadable': { issues: ['rules.0.level: Invalid option'] },
    'rule-pack-refused': {
      packId: 'amazon-2027-01',
      problems: [
        { kind: 'hole', rule: 'pro-missing', marketplace: 'US', from: '2024-02-28', to: '2024-02-29' },
      ],
    },
    'never-let-through': { rule: 'tracking-repeated' },
    'nothing-to-let-through': { rule: 'pro-is-isa' },
    'clock-in-past': { today: '2024-01-01', newest: '2026-11-27' },
    'nothing-to-tell': { name: '新客户' },
    'nothing-to-assign': {},
    'nothing-to-pair': {},
    'nothing-to-export': {},
    'block-increment': { increment: 0 },
    'block-drawn-before': { first: '8100200008' },
    'block-unknown': { blockId: 7 },
    'nothing-to-release': {},
    'number-not-released': { number: '8100200008', reason: 'exported' },
    'lease-holds-used': { number: '8100200008', fits: 4 },
    'number-elsewhere': {
      number: '8100200008',
      why: 'lent',
      blockId: 1,
      first: '8100200008',
      last: '8100200057',
      desk: '0b9f',
    },
    'lease-desk': { desk: 'Ningbo', reason: 'not-an-id' },
    'lease-refused': { fileName: 'Tailboard.lease.json', reason: 'changed' },
    'drawing-locked': { lock: 'ledger-missing' },
    'lock-answer': { lock: null },
  }),
  ...(['not-void', 'outside', 'retired'] as const).map((reason): CallProblem => ({
    kind: 'number-not-released',
    number: '8100200008',
    reason,
  })),
  ...(['not-a-lease', 'own', 'no-desk', 'other-desk', 'accepted-before'] as const).map(
    (reason): CallProblem => ({
      kind: 'lease-refused',
      fileName: 'Tailboard.lease.json',
      reason,
    }),
  ),
  ...(['ledger-behind', 'ledger-damaged', 'other-install'] as const).map((lock): CallProblem => ({
    kind: 'drawing-locked',
    lock,
  })),
  ...savedEntities.map((entity): CallProblem => ({ kind: 'row-unknown', entity, id: 7 })),
  ...(['retired', 'lost'] as const).map((why): CallProblem => ({
    kind: 'number-elsewhere',
    number: '8100200008',
    why,
    blockId: 1,
    first: '8100200008',
    last: '8100200990',
    desk: null,
  })),
  ...[0, 1, 2].map((more): CallProblem => ({
    kind: 'pro-against-blocks',
    fbaId: 'FBA15TB8M3X9',
    value: 'TYPED-1',
    carrier: '自营车队',
    misfit: { kind: 'outside-blocks' },
    more,
  })),
  { kind: 'lease-desk', desk: '0b9f…', reason: 'own' } as const,
  { kind: 'lock-answer', lock: 'other-install' } as const,
  ...(['link', 'not-a-file', 'synced-folder'] as const).map((reason): CallProblem => ({
    kind: 'database-place',
    file,
    reason,
  })),
  ...valueRefusals.flatMap((reason): CallProblem[] => {
    const refused = { kind: 'value-refused', field: 'trackingId', value: '1Z9', reason } as const
    return [
      { ...refused, owner: null },
      { ...refused, owner: 'FBA15TB8M3X9' },
    ]
  }),
  ...([...standIns, 'other-pro'] as const).flatMap((standIn): CallProblem[] => {
    const refused = { kind: 'stand-in', fbaId: 'FBA15TB8M3X9', value: '12345678901', standIn } as const
    return [1, 2].map((more) => ({ ...refused, owner: 'FBA19TB4K7Q2', more }))
  }),
  { kind: 'disk-full', path: file, freeMb: null } as const,
  ...fileProblems.map((problem): CallProblem => ({ kind: 'file-refused', fileName: '表.xlsx', problem })),
  { kind: 'file-refused', fileName: '表.xlsx', problem: { kind: 'damaged-zip' } } as const,
  ...templateProblems.map((problem): CallProblem => ({
    kind: 'template-refused',
    fbaId: 'FBA15TB8M3X9',
    problem,
  })),
  ...publishProblems.map((problem): CallProblem => ({ kind: 'not-published', problem })),
]

const columnReasons = withKinds<ColumnReason>({
  'heading-and-contents': { passed: 30, of: 30 },
  'heading-only': {},
  'contents-unchecked': {},
  'contents-only': { passed: 30, of: 31 },
  'contents-disagree': { passed: 3, of: 30 },
  'two-meanings': { other: 'units' },
  'known-elsewhere': { client: '宁波星野' },
  taught: {},
  remembered: {},
  chosen: {},
  'no-match': {},
})

const mismatches = withKinds<Mismatch>({
  'fewer-numbers': { level: 'block', missing: 1 },
  'more-numbers': { level: 'block', extra: 1, duplicateIndexes: [6] },
  'number-twice': { level: 'block', trackingId: '1Z9', indexes: [0, 6] },
  'master-number': { level: 'block', trackingId: '1Z9', fbaId: 'FBA15TB8M3X9', canShare: false },
  'used-elsewhere': { level: 'block', index: 6, trackingId: '1Z9', fbaId: 'FBA19TB4K7Q2', boxRowId: 3 },
  'check-digit': { level: 'warn', index: 6, shipmentId: 1, courier: 'ups' },
  'other-courier': { level: 'block', index: 6, shipmentId: 1, courier: 'fedex' },
  'box-has-number': { level: 'warn', index: 6, boxRowId: 3, before: '1Z8', after: '1Z9' },
  'order-reversed': { level: 'warn' },
  'too-many-boxes': { level: 'warn', fbaId: 'FBA15TB8M3X9', boxes: 501, limit: 500 },
  'unknown-box-id': { level: 'block', index: 6, boxId: 'FBA15TB8M3X9U000021' },
  'unknown-shipment': { level: 'block', index: 6, fbaId: 'FBA15TB8M3X9' },
  'damaged-number': {
    level: 'block',
    index: 6,
    place: { sheet: 'Sheet1', cell: 'C8' },
    problem: { kind: 'scientific-notation', text: '4.0E+11' },
  },
  'former-label': { level: 'warn', indexes: [0, 6] },
  'box-id-twice': { level: 'block', boxRowId: 3, boxId: 'FBA15TB8M3X9U000001', indexes: [0, 6] },
  'no-boxes': { level: 'block', fbaId: 'FBA15TB8M3X9' },
  'weight-differs': { level: 'warn', boxRowIds: [3, 4, 5] },
  unlabelled: { level: 'block', indexes: [0, 1, 2, 3, 4, 5, 6] },
  'box-count-differs': { level: 'block', fbaId: 'FBA15TB8M3X9', counted: 21, boxes: 20, indexes: [0] },
})

/** A key that was not found comes back as itself, a value that was not given stays a placeholder. */
const findFlaws = (text: string): string[] =>
  text === '' ? ['empty'] : (text.match(/problems\.\S+|\{\{\w+\}\}|undefined|\[object/g) ?? [])

/** Two sentences, or one with a semicolon or colon between cause and next step. */
const sentences = (text: string): string[] =>
  text.split(/(?<=。)|(?<=[.;:])\s|(?<=[；：])/u).filter((sentence) => sentence.trim() !== '')

describe.each(languages)('in %s', (language) => {
  const t = getTranslate(language)

  test.each(callProblems.map((problem) => [problem.kind, problem] as const))(
    'the problem %s is put into words with its cause and the next step',
    (_, problem) => {
      const text = describeProblem(problem, t)
      expect(findFlaws(text)).toEqual([])
      expect(text).toMatch(/[。.]$/)
      expect(sentences(text).length).toBeGreaterThanOrEqual(2)
    },
  )

  test.each(cellProblemKinds)('the cell problem %s has a cause and a next step', (kind) => {
    const { cause, next } = describeCellProblem({ kind }, t)
    expect(findFlaws(cause)).toEqual([])
    expect(findFlaws(next)).toEqual([])
    expect(next).not.toBe(cause)
  })

  test.each(readinessReasons)('the reason %s has a label for a facet and a fix', (reason) => {
    expect(findFlaws(describeReason(reason, t))).toEqual([])
    expect(describeReason(reason, t).length).toBeLessThanOrEqual(36)
    expect(findFlaws(describeReasonFix(reason, t))).toEqual([])
  })

  test.each(assignConflicts)('the conflict %s has words', (kind) => {
    expect(findFlaws(describeConflict(kind, t))).toEqual([])
  })

  test.each(mismatches.map((mismatch) => [mismatch.kind, mismatch] as const))(
    'the mismatch %s is put into words with what to do',
    (_, mismatch) => {
      const text = describeMismatch(mismatch, t)
      expect(findFlaws(text)).toEqual([])
      expect(sentences(text).length).toBeGreaterThanOrEqual(2)
    },
  )

  test.each(['check-digit', 'other-courier', 'used-elsewhere', 'box-has-number'] as const)(
    'what became of %s is said once a person has answered it',
    (kind) => {
      const mismatch = mismatches.find((each) => each.kind === kind)!
      const [asked, settled] = (['block', 'warn'] as const).map((level) =>
        describeMismatch({ ...mismatch, level }, t),
      )
      expect(findFlaws(settled!)).toEqual([])
      expect(settled).not.toBe(asked)
    },
  )

  test('numbers of a list are counted from 1, as people read them', () => {
    expect(
      describeMismatch({ kind: 'check-digit', level: 'warn', index: 6, shipmentId: 1, courier: 'ups' }, t),
    ).toMatch(/7.*UPS/)
    const unlabelled = { kind: 'unlabelled', level: 'block', indexes: [0, 1, 2, 3, 4, 5, 6] } as const
    expect(describeMismatch({ ...unlabelled, indexes: [...unlabelled.indexes] }, t)).toContain(
      '1, 2, 3, 4, 5 …',
    )
  })

  test.each(columnReasons.map((reason) => [reason.kind, reason] as const))(
    'the column reason %s has words',
    (_, reason) => {
      expect(findFlaws(describeColumnReason(reason, t))).toEqual([])
    },
  )

  test('every field of an import has a name of its own', () => {
    const names = importFields.map((field) => formatFieldName(field, t))
    expect(names.flatMap(findFlaws)).toEqual([])
    expect(new Set(names).size).toBe(importFields.length)
  })

  test("an extra column keeps the client's own heading", () => {
    expect(formatFieldName('品线备注', t)).toBe('品线备注')
  })

  test('a message apologises for nothing and never speaks of "an error"', () => {
    for (const problem of callProblems) {
      expect(describeProblem(problem, t)).not.toMatch(/抱歉|对不起|发生错误|出错|sorry|error occurred|oops/i)
    }
  })

  test('a refused file is named, and so is the row or the part that stopped it', () => {
    const describeFile = (problem: FileProblem): string =>
      describeProblem({ kind: 'file-refused', fileName: '义乌百川_1123.xlsx', problem }, t)
    for (const problem of fileProblems) expect(describeFile(problem)).toContain('义乌百川_1123.xlsx')
    expect(describeFile({ kind: 'unclosed-quote', row: 4711 })).toContain('4711')
    expect(describeFile({ kind: 'damaged-xml', entry: 'xl/sheet1.xml', cell: 'C7' })).toContain(
      'xl/sheet1.xml C7',
    )
    expect(describeFile({ kind: 'too-large', bytes: 300 * 1024 * 1024, limit: 200 * 1024 * 1024 })).toMatch(
      /300 ?MB.*200 ?MB/,
    )
  })

  test('a problem with a path, a number or a value names it', () => {
    expect(describeProblem({ kind: 'not-published', problem: { kind: 'locked', path } }, t)).toContain(path)
    const runsOut = describeProblem({ kind: 'block-runs-out', wanted: 53, left: 12, blockIds: [3] }, t)
    expect(runsOut).toContain('53')
    expect(runsOut).toContain('12')
    const refused = {
      kind: 'value-refused',
      field: 'pro',
      value: 'AB#1',
      reason: 'characters',
      owner: null,
    } as const
    expect(describeProblem(refused, t)).toContain('AB#1')
    expect(describeProblem(refused, t)).toContain(formatFieldName('pro', t))
    const sameFile = {
      kind: 'same-file',
      fileName: '深圳拓海.csv',
      atMs: new Date(2026, 10, 3, 9, 2).getTime(),
    }
    expect(describeProblem({ ...sameFile, kind: 'same-file' }, t)).toContain('11-03 09:02')
  })
})

const getPlaceholders = (words: object, prefix = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, [...new Set(value.match(/\{\{\w+\}\}/g))].toSorted().join(' ')]]
        : Object.entries(getPlaceholders(value as object, `${prefix}${key}.`)),
    ),
  )

test('both languages have the same words with the same placeholders', () => {
  expect(getPlaceholders(english)).toEqual(getPlaceholders(chinese))
})
