import { readFileSync } from 'node:fs'

/**
 * A text that names one run of a process, or null when it has ended. On Linux the start time keeps a reused
 * process id from passing for the old process, and a process nobody has reaped yet counts as ended.
 */
export function getProcessStamp(pid: number): string | null {
  if (process.platform === 'linux') {
    const fields = readStat(pid)
    if (!fields || fields[0] === 'Z') return null
    return `${pid}:${fields[19]}`
  }
  try {
    process.kill(pid, 0)
    return String(pid)
  } catch {
    return null
  }
}

/** Fields of /proc/<pid>/stat from the third (state) on; the second, the name, may itself hold spaces. */
function readStat(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

export async function waitForProcessEnd(pid: number, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs
  while (getProcessStamp(pid) !== null) {
    if (Date.now() > deadline) throw new Error(`Process ${pid} is still running after ${withinMs} ms.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
