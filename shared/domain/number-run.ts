/** Both ends included. */
export interface NumberRun {
  from: number
  to: number
}

/** Rising numbers as runs, `increment` apart inside a run. */
export function toRuns(seqs: readonly number[], increment: number): NumberRun[] {
  const runs: NumberRun[] = []
  for (const seq of seqs) {
    const run = runs.at(-1)
    if (run && run.to + increment === seq) run.to = seq
    else runs.push({ from: seq, to: seq })
  }
  return runs
}
