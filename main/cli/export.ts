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
import { freeName } from '../export/free-name.ts'
import type { WordFile } from '../export/word-files.ts'
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
    for (const { name, bytes } of await filesOf(workbook.plan(id), workbook.templates, options, taken)) {
      const path = join(options.out, name)
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

/** The file name is the document's own, whatever the format; only the ending differs. */
async function filesOf(
  plan: PlanDocument,
  templates: readonly Template[],
  options: ExportOptions,
  taken: Set<string>,
): Promise<readonly WordFile[]> {
  const template = templates.find(({ key }) => key === plan.template)
  if (!template) throw new AppError('command.outdated', { what: plan.template })
  const { fileName } = await import('../word/file-name.ts')
  const name = fileName(plan, template)
  if (options.format === 'json') {
    const text = `${JSON.stringify(formatExchange(plan), null, 2)}\n`
    const bytes = new TextEncoder().encode(text)
    return [{ name: freeName(name.replace(/\.docx$/, '.json'), taken), bytes }]
  }
  const { wordFiles } = await import('../export/word-files.ts')
  return wordFiles(plan, template, { ...options, name: freeName(name, taken) })
}
