// The README's test command. Runs on the Node the machine has, before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { checkNode, findNode, install, root, run } from '../main/launch/install.mjs'

install()
const node = findNode()
checkNode(node)
findChromium()

const reports = path.join(root, 'out/test-reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

let passed = 0
let failed = 0

check('format', ['run', '-s', 'format:check'])
check('lint', ['run', '-s', 'lint'])
check('types', ['run', '-s', 'types'])
check('dead code', ['run', '-s', 'dead-code'])
check('build', ['run', '-s', 'build'])
for (const project of ['unit', 'integration', 'e2e']) vitest(project)
check('pack check', ['run', '-s', 'pack:check'])

process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)

function check(name, args) {
  const startedAt = Date.now()
  const { status } = run('npm', args)
  report(name, status === 0 ? 1 : 0, status === 0 ? 0 : 1, startedAt)
}

/** Counts what vitest itself reports; a run without a report, or without a test, is a failure. */
function vitest(project) {
  const startedAt = Date.now()
  const file = path.join(reports, `${project}.json`)
  const { status } = run(node, [
    path.join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const passes = result.numPassedTests ?? 0
  const failures = (result.numTotalTests ?? 0) - passes
  const isBroken = failures === 0 && (status !== 0 || passes === 0)
  report(project, passes, failures + (isBroken ? 1 : 0), startedAt)
}

function report(name, passes, failures, startedAt) {
  passed += passes
  failed += failures
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  process.stdout.write(
    `${failures === 0 ? '✓' : '✗'} ${name}: ${passes} passed, ${failures} failed, ${seconds} s\n`,
  )
}

/** Tests of the window need a Chromium. On Debian and Ubuntu, as root, it is installed; else this says what to do. */
function findChromium() {
  const question = "import { findChromium } from './test/support/chromium.ts'; findChromium()"
  const options = { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' }
  const probe = run(node, ['--input-type=module', '-e', question], options)
  if (probe.status === 0) return
  const canInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!canInstall) {
    process.stderr.write(probe.stderr)
    process.exit(1)
  }
  process.stderr.write('Installing Chromium and a Chinese font for the window tests …\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', 'chromium', 'fonts-noto-cjk']])
    if (spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status !== 0)
      process.exit(1)
}
