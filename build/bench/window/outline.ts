import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import type { OutlineNode, PlanDocument } from '../../../db/model/plan/plan-document.ts'
import type { Program } from '../../../tests/e2e/host/launch.ts'
import type { Row } from './peer-page/row.ts'
import { launchToDraw, pageOnly } from './subject.ts'
import { userWith } from './user.ts'

/** Where the content lies, and a folder for what is made on the way. */
export interface Place {
  readonly folder: string
  readonly scratch: string
}

/** The program on the workbook of the folder, its first plan open with form and preview beside the outline. */
export function openOutline({ folder, scratch }: Place): Promise<Program> {
  const book = join(folder, 'workbook.sqlite')
  return launchToDraw({ userData: userWith(scratch, book), args: [book] })
}

/** Fluent UI's own tree, not virtual, with the rows of the same plan, all open. */
export async function openFluentTree({ folder, scratch }: Place): Promise<Program> {
  const page = join(scratch, 'fluent-tree')
  await bundleTo(page)
  writeFileSync(join(page, 'rows.json'), JSON.stringify(rowsIn(folder)))
  return launchToDraw(pageOnly(page))
}

async function bundleTo(outDir: string): Promise<void> {
  mkdirSync(outDir, { recursive: true })
  await build({
    root: join(import.meta.dirname, 'peer-page'),
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome140', chunkSizeWarningLimit: 4000 },
  })
}

function rowsIn(folder: string): readonly Row[] {
  const { plans }: { readonly plans: readonly PlanDocument[] } = JSON.parse(
    readFileSync(join(folder, 'workbook.json'), 'utf8'),
  )
  return (plans[0]?.outline ?? []).map((node, index) => rowOf(node, String(index)))
}

const rowOf = (node: OutlineNode, id: string): Row => {
  const measures = [...node.milestones, ...node.indicators].map(({ title }, index) => ({
    id: `${id} m${index}`,
    title,
    rows: [],
  }))
  return {
    id,
    title: node.title,
    rows: [...measures, ...node.children.map((child, index) => rowOf(child, `${id} ${index}`))],
  }
}
