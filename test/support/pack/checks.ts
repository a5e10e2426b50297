let passed = 0
const failures: string[] = []

export function check(what: string, isRight: boolean, found: unknown = ''): void {
  if (isRight) passed += 1
  else failures.push(`${what}${found === '' ? '' : `: ${JSON.stringify(found)}`}`)
}

/** Prints the outcome and gives the exit code. */
export function reportChecks(): number {
  for (const failure of failures) console.log(`FAILED ${failure}`)
  console.log(`pack: ${passed} passed, ${failures.length} failed`)
  return failures.length === 0 ? 0 : 1
}
