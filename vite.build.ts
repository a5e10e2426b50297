import { builtinModules } from 'node:module'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'

const external = ['electron', 'better-sqlite3', /^node:/, ...builtinModules]

/** Main, engine, parser and command line as ESM; the sandboxed preload as one CommonJS file. */
const forNode = (
  entries: Record<string, string>,
  outDir: string,
  format: 'es' | 'cjs',
  extension: string,
): InlineConfig => ({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir,
    target: 'node24',
    minify: false,
    sourcemap: true,
    emptyOutDir: true,
    rolldownOptions: {
      input: entries,
      external,
      output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `[name]-[hash].${extension}` },
    },
  },
})

await build(
  forNode(
    {
      desk: 'main/desk/desk.ts',
      engine: 'main/desk/utility-engine.ts',
      'forked-engine': 'main/engine/forked-engine.ts',
      parser: 'main/files/parser-process.ts',
      cli: 'main/cli/cli.ts',
      'browser-host': 'main/browser-host/browser-host.ts',
    },
    'out/main',
    'es',
    'js',
  ),
)
await build(forNode({ preload: 'main/desk/preload.ts' }, 'out/preload', 'cjs', 'cjs'))
await build({
  configFile: false,
  logLevel: 'warn',
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    sourcemap: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
  },
})
