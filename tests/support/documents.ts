import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseExchange } from '../../db/model/exchange/parse.ts'
import type { PlanDocument } from '../../db/model/plan/plan-document.ts'
import { reportOf } from '../../db/model/report/report-of.ts'
import { builtInTemplates } from '../../db/model/template/built-in/index.ts'
import type { Template } from '../../db/model/template/template.ts'
import { type DocxPackage, openDocx } from '../../main/ooxml/docx-package.ts'
import { renderDocument } from '../../main/word/render-document.ts'

export const layouts = ['skabelon', 'tilgaengelig'] as const
export type Layout = (typeof layouts)[number]

/** A plan written as a Word document. */
export interface WrittenDocument {
  readonly plan: PlanDocument
  readonly template: Template
  readonly layout: Layout
  readonly bytes: Uint8Array
  readonly docx: DocxPackage
}

const root = join(import.meta.dirname, '../..')

/** Folders of exchange files: the examples that ship, and real plans where this machine has them. */
export const examples = join(root, 'build/example')
export const realPlans = join(root, '../shared/real')

/** Paths of the exchange files of a folder; none where there is no such folder. */
export const exchangeFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(folder, name))
    : []

export const readPlan = (path: string): PlanDocument =>
  parseExchange(JSON.parse(readFileSync(path, 'utf8')), builtInTemplates)

export function templateOf(plan: PlanDocument): Template {
  const template = builtInTemplates.find(({ key }) => key === plan.template)
  if (!template) throw new Error(`There is no template ${plan.template}`)
  return template
}

/** The plan as the program exports it, with the tables that it makes on request. */
export async function write(plan: PlanDocument, layout: Layout): Promise<WrittenDocument> {
  const template = templateOf(plan)
  const { bytes } = await renderDocument(reportOf(plan, template, { tables: true }), { layout })
  return { plan, template, layout, bytes, docx: openDocx(bytes) }
}

/** All of a folder's plans in both layouts, by name: `07-fokusaftale.json, skabelon`. */
export const documentsOf = (folder: string): { name: string; write: () => Promise<WrittenDocument> }[] =>
  exchangeFiles(folder).flatMap((path) =>
    layouts.map((layout) => ({
      name: `${path.slice(folder.length + 1)}, ${layout}`,
      write: () => write(readPlan(path), layout),
    })),
  )
