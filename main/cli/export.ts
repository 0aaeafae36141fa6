import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { replaceFile } from '../../db/file/beside.ts'
import { toDiskError } from '../../db/file/fs-errors.ts'
import { AppError } from '../../db/model/errors.ts'
import { formatExchange } from '../../db/model/exchange/format.ts'
import type { PlanDocument } from '../../db/model/plan/plan-document.ts'
import type { PlanRecord } from '../../db/model/records.ts'
import type { Template } from '../../db/model/template/template.ts'
import { cliTexts } from '../../db/model/texts/cli.ts'
import type { Workbook } from '../../db/workbook.ts'
import { withWorkbook } from './book.ts'
import { planId } from './list.ts'
import { progressOf, type Terminal } from './terminal.ts'

interface ExportOptions {
  readonly out: string
  readonly plan?: readonly string[]
  readonly format: 'docx' | 'json'
  readonly layout: 'skabelon' | 'tilgaengelig'
  readonly tables: boolean
  readonly receipt: boolean
}

export function addExport(program: Command, terminal: Terminal): void {
  const texts = cliTexts.export
  program
    .command('export')
    .description(texts.about)
    .argument('<BOOK.sqlite>', cliTexts.help.book)
    .requiredOption('--out <FOLDER>', texts.out)
    .option('--plan <ID...>', texts.plan)
    .addOption(new Option('--format <FORMAT>', texts.format).choices(['docx', 'json']).default('docx'))
    .addOption(
      new Option('--layout <LAYOUT>', texts.layout).choices(['skabelon', 'tilgaengelig']).default('skabelon'),
    )
    .option('--tables', texts.tables, false)
    .option('--receipt', texts.receipt, false)
    .action((book: string, options: ExportOptions) =>
      withWorkbook(book, (workbook) => exportPlans(workbook, options, terminal)),
    )
}

async function exportPlans(workbook: Workbook, options: ExportOptions, terminal: Terminal): Promise<void> {
  const plans = chosenPlans(workbook.plans, options.plan)
  if (plans.length === 0) terminal.err(cliTexts.export.noPlans)
  const taken = new Set<string>()
  const progress = progressOf(terminal, cliTexts.export.progress)
  makeFolder(options.out)
  for (const [index, { id }] of plans.entries()) {
    progress(index, plans.length)
    for (const { name, bytes } of await filesOf(workbook.plan(id), workbook.templates, options)) {
      const path = join(options.out, freeName(name, taken))
      replaceFile(path, [bytes])
      terminal.out(path)
    }
  }
}

function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isFile()) {
    throw new AppError('disk.not-a-folder', { file: folder })
  }
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw toDiskError(error, folder)
  }
}

function chosenPlans(
  plans: readonly PlanRecord[],
  wanted: readonly string[] | undefined,
): readonly PlanRecord[] {
  if (!wanted) return plans
  return wanted.map((name) => {
    const plan = plans.find((candidate) => planId(candidate) === name)
    if (!plan) throw new AppError('plan.unknown', { plan: name, known: plans.map(planId) })
    return plan
  })
}

interface ExportedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The file name is the document's own, whatever the format; only the ending differs. */
async function filesOf(
  plan: PlanDocument,
  templates: readonly Template[],
  options: ExportOptions,
): Promise<readonly ExportedFile[]> {
  const template = templates.find(({ key }) => key === plan.template)
  if (!template) throw new AppError('command.outdated', { what: plan.template })
  const { fileName } = await import('../word/report/file-name.ts')
  const name = fileName(plan, template)
  if (options.format === 'json') {
    const text = `${JSON.stringify(formatExchange(plan), null, 2)}\n`
    return [{ name: name.replace(/\.docx$/, '.json'), bytes: new TextEncoder().encode(text) }]
  }
  const { reportOf } = await import('../word/report/report-of.ts')
  const { renderDocument } = await import('../word/render-document.ts')
  const { layout } = options
  const report = reportOf(plan, template, { tables: options.tables })
  const { bytes } = await renderDocument(report, { layout })
  if (!options.receipt) return [{ name, bytes }]
  const { receiptOf } = await import('../accessibility/receipt.ts')
  const receipt = await renderDocument(receiptOf({ report, fileName: name, layout, bytes }), {
    layout: 'tilgaengelig',
  })
  return [
    { name, bytes },
    { name: cliTexts.export.receiptName(name), bytes: receipt.bytes },
  ]
}

/** Two plans of the same name do not overwrite each other: "… (2).docx". Names are compared as Windows does. */
function freeName(name: string, taken: Set<string>): string {
  const [, stem = name, ending = ''] = /^(.*)(\.[^.]+)$/.exec(name) ?? []
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${stem} (${number})${ending}`
    if (taken.has(candidate.toLowerCase())) continue
    taken.add(candidate.toLowerCase())
    return candidate
  }
}
