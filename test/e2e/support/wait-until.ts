import { setTimeout as delay } from 'node:timers/promises'

/** Waits are for a state; this only ends a wait for one that never comes. */
export const patience = 30_000

export async function waitUntil(
  isSo: () => Promise<boolean>,
  state: string,
  withinMs = patience,
): Promise<void> {
  const deadline = Date.now() + withinMs
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Not so after ${withinMs} ms: ${state}.`)
    await delay(25)
  }
}
