import { strict } from './not-implemented.ts'

const switches = new Map<string, string>()
for (const argument of process.argv.slice(2)) {
  const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument)
  if (match) switches.set(match[1]!, match[2] ?? '')
}
const appended: string[] = []

/** Chromium's command line. What is appended before the app is ready is what Chromium is started with. */
export const commandLine = strict('app.commandLine', {
  appendSwitch(name: string, value = '') {
    switches.set(name, value)
    appended.push(value === '' ? `--${name}` : `--${name}=${value}`)
  },
  appendArgument(value: string) {
    appended.push(value)
  },
  hasSwitch: (name: string) => switches.has(name),
  getSwitchValue: (name: string) => switches.get(name) ?? '',
  removeSwitch(name: string) {
    switches.delete(name)
    const index = appended.findLastIndex((text) => text === `--${name}` || text.startsWith(`--${name}=`))
    if (index >= 0) appended.splice(index, 1)
  },
})

export const getAppendedSwitches = (): readonly string[] => appended
