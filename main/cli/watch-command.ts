import path from 'node:path'
import { done, failed, getText, hasFlag, UsageError, type CliCommand } from './command.ts'

export const watchCommand: CliCommand = {
  name: 'watch',
  usage: 'watch [--folder DIR | --off]',
  summary: 'the folder whose new files the desk opens as drafts; never imported by themselves',
  options: { folder: { type: 'string' }, off: { type: 'boolean' } },
  positionals: [0, 0],
  async run(engine, args) {
    const folder = getText(args, 'folder')
    const isOff = hasFlag(args, 'off')
    if (folder !== undefined && isOff) throw new UsageError('--folder and --off exclude each other')
    let token: string | null = null
    if (folder !== undefined) {
      const offered = await engine.call('folder.offer', { path: path.resolve(folder) })
      if (!offered.ok) return failed(offered.problem)
      token = offered.value.token
    }
    const isQuestion = folder === undefined && !isOff
    const answer = isQuestion
      ? await engine.call('watch.get', {})
      : await engine.call('watch.set', { folder: token })
    if (!answer.ok) return failed(answer.problem)
    const { folder: watched } = answer.value
    return done(answer.value, [watched === null ? 'off' : `watching ${watched} while the desk is open`])
  },
}
