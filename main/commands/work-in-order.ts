/** Works on a few items at once, and gives what becomes of each in the order of the items. */
export async function* workInOrder<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  for (let next = 0; next < items.length || running.length > 0;) {
    while (next < items.length && running.length < atOnce) {
      const result = work(items[next]!)
      // Told to whoever waits for it; one that nobody comes to wait for is no news.
      result.catch(() => {})
      running.push(result)
      next += 1
    }
    yield await running.shift()!
  }
}
