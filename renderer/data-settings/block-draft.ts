import type { BlockView } from '../../shared/contract/outputs.ts'
import {
  type BlockProblem,
  checkNumberBlock,
  type CheckMethod,
  countNew,
  formatProNumber,
  getLastSeq,
  type NumberBlock,
  type NumberRange,
} from '../../shared/domain/pro-number.ts'

/** A block as it stands in the form: numbers are still text. */
export interface BlockDraft {
  carrierId: number
  prefix: string
  width: string
  first: string
  last: string
  increment: string
  lowStock: string
  checkMethod: CheckMethod
}

export type BlockInput = NumberRange & Pick<NumberBlock, 'carrierId' | 'lowStock'>

/** What the block would give; `problem` says why it cannot be added. */
export interface BlockPreview {
  block: BlockInput
  firstNumber: string
  lastNumber: string
  count: number
  problem: BlockProblem | null
}

export const isDigits = (text: string): boolean => /^\d{1,15}$/.test(text)

/** Null until digits, first and last number are all filled in with digits. */
export function previewBlock(draft: BlockDraft, known: readonly BlockView[]): BlockPreview | null {
  const { carrierId, prefix, checkMethod } = draft
  const { width, first, last, increment, lowStock } = draft
  if (![width, first, last, increment, lowStock].every(isDigits)) return null
  const block = {
    carrierId,
    prefix,
    checkMethod,
    width: Number(width),
    first: Number(first),
    last: Number(last),
    increment: Number(increment),
    lowStock: Number(lowStock),
  }
  const problem = checkNumberBlock(block, known.map(toNumberBlock))
  return {
    block,
    firstNumber: formatProNumber(block, block.first),
    lastNumber: formatProNumber(block, getLastSeq(block)),
    count: problem ? 0 : countNew({ ...block, next: block.first }),
    problem,
  }
}

const toNumberBlock = (view: BlockView): NumberBlock => ({ ...view, released: [] })
