import { expect, test } from 'vitest'
import { groupProblems } from '../../../renderer/import/problem-groups.ts'
import type { CellProblem } from '../../../shared/domain/sheet/imported-shipment.ts'

const makeProblem = (kind: CellProblem['kind'], level: CellProblem['level'], cell: string): CellProblem => ({
  kind,
  level,
  sheet: 'Sheet1',
  cell,
  value: '4.0E+11',
})

test('what was not taken leads, then what to check, then what was dealt with; more of a kind before fewer', () => {
  const groups = groupProblems([
    makeProblem('cleaned', 'notice', 'A2'),
    makeProblem('unknown-fc', 'warn', 'C2'),
    makeProblem('bad-number', 'block', 'D2'),
    makeProblem('scientific-notation', 'block', 'B2'),
    makeProblem('scientific-notation', 'block', 'B7'),
  ])
  expect(groups.map(({ kind, problems }) => [kind, problems.map(({ cell }) => cell)])).toEqual([
    ['scientific-notation', ['B2', 'B7']],
    ['bad-number', ['D2']],
    ['unknown-fc', ['C2']],
    ['cleaned', ['A2']],
  ])
})

test('one kind at two levels stands twice, since it was dealt with in two ways', () => {
  const groups = groupProblems([
    makeProblem('unknown-fc', 'warn', 'C2'),
    makeProblem('unknown-fc', 'notice', 'C3'),
  ])
  expect(groups.map(({ level }) => level)).toEqual(['warn', 'notice'])
})
