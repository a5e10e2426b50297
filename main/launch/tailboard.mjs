import path from 'node:path'
import { build } from './build.mjs'
import { checkNode, findNode, install, root, run } from './install.mjs'

install()
const node = findNode()
checkNode(node)
build(node)
const { status } = run(node, [path.join(root, 'out/main/cli.js'), ...process.argv.slice(2)], {
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
})
process.exit(status ?? 3)
