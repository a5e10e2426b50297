import { useRef, useState } from 'react'
import type { CellEdit, EditGesture } from './grid-types.ts'

/** Texts handed over but not yet read back, by row key and column id. */
export type PendingTexts = ReadonlyMap<string, ReadonlyMap<string, string>>

const nothingPending: PendingTexts = new Map()

function addPending(pending: PendingTexts, edits: readonly CellEdit[]): PendingTexts {
  const next = new Map(pending)
  const copied = new Map<string, Map<string, string>>()
  for (const { rowKey, columnId, text } of edits) {
    const texts = copied.get(rowKey) ?? new Map(pending.get(rowKey))
    texts.set(columnId, text)
    copied.set(rowKey, texts)
    next.set(rowKey, texts)
  }
  return next
}

export interface EditControl {
  pending: PendingTexts
  /** Hands edits over and shows them until they are stored; false where they were not. */
  apply: (edits: readonly CellEdit[], gesture: EditGesture) => Promise<boolean>
  /** Runs a gesture when those before it are stored: a fill after a paste must see what was pasted. */
  enqueue: (gesture: () => Promise<void>) => void
  /** Runs a gesture that reads no other cell: typing need not wait until the last entry is stored. */
  enqueueEntry: (gesture: () => Promise<unknown>) => void
}

export function useGridEdits(
  onEdit: ((edits: readonly CellEdit[], gesture: EditGesture) => Promise<boolean>) | undefined,
): EditControl {
  const [pending, setPending] = useState<PendingTexts>(nothingPending)
  const stored = useRef<Promise<unknown>>(Promise.resolve())
  const storing = useRef(0)
  const queued = useRef(0)

  const apply = async (edits: readonly CellEdit[], gesture: EditGesture) => {
    const promise = edits.length > 0 ? onEdit?.(edits, gesture) : undefined
    if (!promise) return true
    storing.current += 1
    setPending((old) => addPending(old, edits))
    stored.current = Promise.allSettled([stored.current, promise])
    try {
      return await promise
    } finally {
      storing.current -= 1
      if (storing.current === 0) setPending(nothingPending)
    }
  }

  const run = (gesture: () => Promise<unknown>, isFree: boolean): Promise<unknown> => {
    const done = (isFree ? gesture() : stored.current.then(gesture)).catch(reportError)
    stored.current = Promise.allSettled([stored.current, done])
    return done
  }

  const enqueue = (gesture: () => Promise<void>) => {
    const isFree = queued.current === 0 && storing.current === 0
    queued.current += 1
    void run(gesture, isFree).then(() => (queued.current -= 1))
  }

  const enqueueEntry = (gesture: () => Promise<unknown>) => {
    void run(gesture, queued.current === 0)
  }

  return { pending, apply, enqueue, enqueueEntry }
}
