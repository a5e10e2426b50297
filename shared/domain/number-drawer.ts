import { countLeft, formatProNumber, type NumberBlock, type NumberDraw } from './pro-number.ts'

export interface Drawer {
  draw(carrierId: number): string | { conflict: 'no-block' | 'block-runs-out' }
  getDraws(): NumberDraw[]
}

export interface DrawerContext {
  blocks: readonly NumberBlock[]
  /** Whether a number stands on any shipment already, typed by hand perhaps. */
  isProTaken(number: string): boolean
}

/**
 * Takes numbers one by one from a carrier's blocks in their order, or from the one block asked for; a number that
 * already stands somewhere is burnt and the next is taken.
 */
export function createDrawer(context: DrawerContext, blockId: number | null): Drawer {
  const draws = new Map<number, NumberDraw>()
  const byCarrier = new Map<number, NumberBlock[]>()
  const getUsable = (carrierId: number): NumberBlock[] => {
    let own = byCarrier.get(carrierId)
    if (!own) {
      own = context.blocks.filter(
        (block) => block.carrierId === carrierId && (blockId === null || block.id === blockId),
      )
      byCarrier.set(carrierId, own)
    }
    return own
  }
  const take = (block: NumberBlock): string | null => {
    const draw = draws.get(block.id)
    const seq = draw ? draw.to + 1 : block.next
    if (seq > block.last || countLeft(block) === 0) return null
    const number = formatProNumber(block, seq)
    if (draw) {
      draw.to = seq
      draw.numbers.push(number)
    } else draws.set(block.id, { blockId: block.id, from: seq, to: seq, numbers: [number] })
    return number
  }
  return {
    draw(carrierId) {
      const own = getUsable(carrierId)
      if (own.length === 0) return { conflict: 'no-block' }
      for (const block of own) {
        for (let number = take(block); number !== null; number = take(block)) {
          if (!context.isProTaken(number)) return number
        }
      }
      return { conflict: 'block-runs-out' }
    },
    getDraws: () => [...draws.values()],
  }
}
