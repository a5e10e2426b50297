/** Entry of an app under test: `node boot.ts <app folder> [arguments]`, where Electron would be `electron …`. */
import { registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from './app.ts'
import { appPackage, appRoot } from './app-package.ts'
import { serveTest } from './control.ts'

const electronUrl = new URL('electron.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    if (!/^electron(\/main|\/common)?$/.test(specifier)) return next(specifier, context)
    return { url: electronUrl, format: 'module-typescript', shortCircuit: true }
  },
})

Object.defineProperty(process.versions, 'electron', { value: '45.0.0-stand-in', enumerable: true })
Object.assign(process, { type: 'browser', defaultApp: true })
process.argv.splice(1, 1)

serveTest()
await import(pathToFileURL(path.join(appRoot, appPackage.main)).href)
await app.start()
