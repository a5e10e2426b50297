import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { getRawHeader } from '@electron/asar'
import { check } from './checks.ts'
import { fuses, readFuses } from './fuses.ts'

/** Checks the fuses of the packed program and, on Windows, what the archive's own check needs in it. */
export function checkProgram(program: string, archive: string, system: string): void {
  const binary = readFileSync(program)
  const isOn = readFuses(binary)
  check(`${system}: the program has nine fuses`, isOn.length === 9 && fuses.length === 9, isOn.length)
  for (const [index, fuse] of fuses.entries()) {
    check(`${system}: fuse ${fuse.name} is ${fuse.isOn ? 'on' : 'off'}`, isOn[index] === fuse.isOn)
  }
  if (system !== 'win') return
  const hash = createHash('sha256').update(getRawHeader(archive).headerString).digest('hex')
  check("win: the program holds the archive's hash", binary.includes(hash))
}
