import { formatProNumber, isOpen, type NumberBlock, type NumberDraw } from './pro-number.ts'

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
 * Takes numbers one by one from a carrier's blocks in their order, or from the one block asked for; released numbers
 * before new ones. A number that already stands somewhere is burnt and the next is taken.
 */
export function createDrawer(context: DrawerContext, blockId: number | null): Drawer {
  const takers = new Map<number, Taker>()
  const byCarrier = new Map<number, NumberBlock[]>()
  const getOwn = (carrierId: number): NumberBlock[] => {
    let own = byCarrier.get(carrierId)
    if (!own) {
      own = context.blocks.filter(
        (block) => block.carrierId === carrierId && (blockId === null || block.id === blockId),
      )
      byCarrier.set(carrierId, own)
    }
    return own
  }
  const getTaker = (block: NumberBlock): Taker => {
    let taker = takers.get(block.id)
    if (!taker) takers.set(block.id, (taker = createTaker(block)))
    return taker
  }
  return {
    draw(carrierId) {
      const own = getOwn(carrierId)
      if (own.length === 0) return { conflict: 'no-block' }
      for (const block of own) {
        if (!isOpen(block)) continue
        const { take } = getTaker(block)
        for (let number = take(); number !== null; number = take())
          if (!context.isProTaken(number)) return number
      }
      return { conflict: 'block-runs-out' }
    },
    getDraws: () => [...takers.values()].flatMap(({ draws }) => draws),
  }
}

interface Taker {
  draws: NumberDraw[]
  take: () => string | null
}

function createTaker(block: NumberBlock): Taker {
  const { id: blockId, released, increment, last } = block
  const draws: NumberDraw[] = []
  let taken = 0
  let next = block.next
  const add = (seq: number, isAgain: boolean): string => {
    const number = formatProNumber(block, seq)
    const draw = draws.at(-1)
    if (draw && (draw.isAgain ?? false) === isAgain && draw.to + increment === seq) {
      draw.to = seq
      draw.numbers.push(number)
    } else draws.push({ blockId, from: seq, to: seq, numbers: [number], ...(isAgain && { isAgain }) })
    return number
  }
  return {
    draws,
    take() {
      if (taken < released.length) return add(released[taken++]!, true)
      if (next > last) return null
      const seq = next
      next += increment
      return add(seq, false)
    },
  }
}
