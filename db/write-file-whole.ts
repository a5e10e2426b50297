import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Written elsewhere, flushed, then renamed: the file is there whole or as it was. */
export function writeFileWhole(file: string, text: string): void {
  const partial = `${file}.partial`
  const fd = openSync(partial, 'w', 0o600)
  try {
    writeFileSync(fd, text)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  renameSync(partial, file)
  syncFolder(path.dirname(file))
}

/** Makes a new name last. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
