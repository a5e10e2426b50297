export interface ZeroedTailWatch<Place> {
  add: (value: string, getPlace: () => Place) => void
  /** The places whose values are damaged. */
  list: () => Place[]
}

const exactDigits = 15

/**
 * Finds numbers whose digits after the 15th Excel has replaced by zeros, also when they have become text since. One such
 * number may be genuine; several of one length, and most of that length, are not.
 * Source: Microsoft, "Excel changes any digits past the fifteenth place to zeros", read November 2026.
 */
export function createZeroedTailWatch<Place>(): ZeroedTailWatch<Place> {
  const lengths = new Map<number, { total: number; zeroed: Place[] }>()
  return {
    add: (value, getPlace) => {
      if (value.length <= exactDigits || !/^\d+$/.test(value)) return
      const seen = lengths.get(value.length) ?? { total: 0, zeroed: [] }
      lengths.set(value.length, seen)
      seen.total += 1
      if (/^0+$/.test(value.slice(exactDigits))) seen.zeroed.push(getPlace())
    },
    list: () =>
      [...lengths].flatMap(([length, { total, zeroed }]) => {
        // A tenth of sound 16-digit numbers end in a zero; of longer ones hardly any have a tail of them.
        const fewest = length === exactDigits + 1 ? total : total / 2
        return zeroed.length >= 2 && zeroed.length >= fewest ? zeroed : []
      }),
  }
}
