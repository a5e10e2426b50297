import { explainNumber, explainPro } from '../../shared/domain/number/explain-number.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'

export const checkNumbers: Handler<'number.check'> = (_context, { numbers, courier, scac }) =>
  ok({
    numbers: numbers.map((number) =>
      scac === undefined ? explainNumber(number, courier) : explainPro(number, scac),
    ),
  })
