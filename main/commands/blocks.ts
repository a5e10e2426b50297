import { getCarriers } from '../../db/carrier.ts'
import { countIssued, getNumberBlocks } from '../../db/number-block.ts'
import { checkNumberBlock, countLeft, formatProNumber } from '../../shared/domain/pro-number.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { saveRow } from './save-row.ts'

export const listBlocks: Handler<'block.list'> = ({ store }) => {
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier.name]))
  const issued = countIssued(store)
  return ok({
    blocks: getNumberBlocks(store).map((block) => ({
      ...block,
      carrier: carriers.get(block.carrierId)!,
      firstNumber: formatProNumber(block, block.first),
      lastNumber: formatProNumber(block, block.last),
      nextNumber: countLeft(block) > 0 ? formatProNumber(block, block.next) : null,
      left: countLeft(block),
      issued: issued.get(block.id) ?? 0,
    })),
  })
}

/** A block starts behind whatever the ledger says was ever drawn inside it. */
export const addBlock: Handler<'block.add'> = (context, { opId, ...values }) => {
  const highest = context.store.ledger.getHighest(values)
  return saveRow(context, {
    opId,
    entity: 'block',
    command: 'block',
    name: formatProNumber(values, Math.max(0, values.first)),
    id: undefined,
    values: { ...values, next: highest === null ? values.first : highest + 1 },
    getExisting: () => undefined,
    check(store) {
      if (!getCarriers(store).some((carrier) => carrier.id === values.carrierId))
        return { kind: 'carrier-unknown', name: String(values.carrierId) }
      return checkNumberBlock(values, getNumberBlocks(store))
    },
  })
}
