import { checkTrackingNumber } from '../../shared/domain/number/tracking-number.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'

export const checkNumbers: Handler<'number.check'> = (_context, { numbers }) =>
  ok({ numbers: numbers.map(checkTrackingNumber) })
