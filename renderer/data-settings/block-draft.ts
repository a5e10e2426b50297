import type { BlockView } from '../../shared/contract/outputs.ts'
import {
  type BlockProblem,
  checkNumberBlock,
  type CheckMethod,
  formatProNumber,
  type NumberBlock,
} from '../../shared/domain/pro-number.ts'

/** A block as it stands in the form: numbers are still text. */
export interface BlockDraft {
  carrierId: number
  prefix: string
  width: string
  first: string
  last: string
  checkMethod: CheckMethod
}

export type BlockInput = Omit<NumberBlock, 'id' | 'next'>

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
  if (![draft.width, draft.first, draft.last].every(isDigits)) return null
  const block = {
    carrierId,
    prefix,
    checkMethod,
    width: Number(draft.width),
    first: Number(draft.first),
    last: Number(draft.last),
  }
  return {
    block,
    firstNumber: formatProNumber(block, block.first),
    lastNumber: formatProNumber(block, block.last),
    count: block.last - block.first + 1,
    problem: checkNumberBlock(block, known.map(toNumberBlock)),
  }
}

const toNumberBlock = (view: BlockView): NumberBlock => ({
  id: view.id,
  carrierId: view.carrierId,
  prefix: view.prefix,
  width: view.width,
  first: view.first,
  last: view.last,
  next: view.first,
  checkMethod: view.checkMethod,
})
