import { setTimeout as delay } from 'node:timers/promises'

/** Waits are for a state; this only ends a wait for one that never comes. */
export const patience = 30_000

export async function waitUntil(isSo: () => Promise<boolean>, state: string): Promise<void> {
  const deadline = Date.now() + patience
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Not so after ${patience} ms: ${state}.`)
    await delay(25)
  }
}
