import { builtinModules } from 'node:module'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'

/**
 * Makes the three bundles of the program in `out/`: main (modules for Node, and the workers that write Word documents and read damaged workbooks), preload (one script, for a sandboxed preload
 * cannot load others), and renderer (the page). The same bundles run in Electron and in the stand-in host.
 */

const root = join(import.meta.dirname, '..')
const out = join(root, 'out')

// Whoever runs this may be a test, whose environment would make React bring its development build along.
process.env.NODE_ENV = 'production'

const common: InlineConfig = { configFile: false, logLevel: 'warn', publicDir: false }

const forNode = (
  name: string,
  entries: Readonly<Record<string, string>>,
  format: 'es' | 'cjs',
): InlineConfig => ({
  ...common,
  root,
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: join(out, name),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { ...entries },
      external: ['electron', 'better-sqlite3', /^node:/, ...builtinModules],
      output: { format, entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js' },
    },
  },
})

const renderer: InlineConfig = {
  ...common,
  root: join(root, 'renderer'),
  base: './',
  plugins: [react()],
  build: {
    target: 'chrome140',
    outDir: join(out, 'renderer'),
    emptyOutDir: true,
    // A data: address is refused by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The page asks main how things stand before it reads the rest of itself.
            { name: 'ask-early', test: /renderer\/state\/ask-early/ },
            // Zod is told not to compile code before any of the pieces makes a schema with it.
            { name: 'zod', test: /node_modules\/zod\/|renderer\/no-eval/ },
            // Each file costs a request: what the window opens with is one, and what its later parts share another.
            { name: 'window', tags: ['$initial'] },
            { name: 'shared', minShareCount: 2 },
          ],
        },
      },
    },
  },
}

await build(
  forNode(
    'main',
    {
      index: 'main/index.ts',
      'export-worker': 'main/export/export-worker.ts',
      'salvage-worker': 'main/session/salvage-worker.ts',
    },
    'es',
  ),
)
await build(forNode('preload', { index: 'preload/index.ts' }, 'cjs'))
await build(renderer)
