import path from 'node:path'
import { checkNode, findNode, install, root, run } from './install.mjs'

install()
const node = findNode()
checkNode(node)
const { status } = run(node, [path.join(root, 'main/cli/cli.ts'), ...process.argv.slice(2)], {
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
})
process.exit(status ?? 3)
