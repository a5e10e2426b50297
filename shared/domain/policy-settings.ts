/** What Amazon does not publish or says in two ways, and so is the dispatcher's to set. */
export interface PolicySettings {
  /** Days of the rolling window: 120; another copy of the help page says four months (read November 2026). */
  windowDays: number
  /** Highest acceptable rate of missing tracking, 0 to 1; null where nobody said: Amazon does not publish it. */
  acceptableRate: number | null
}

export const defaultPolicySettings: PolicySettings = { windowDays: 120, acceptableRate: null }

export const leastWindowDays = 7
export const mostWindowDays = 366
