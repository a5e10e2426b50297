import { readFileSync } from 'node:fs'
import path from 'node:path'

interface AppPackage {
  name: string
  productName?: string
  version: string
  main: string
}

/** Folder of the app under test: what is given to Electron as its first argument. */
export const appRoot = path.resolve(process.argv[2] ?? '.')

export const appPackage: AppPackage = JSON.parse(readFileSync(path.join(appRoot, 'package.json'), 'utf8'))
