import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseExchange } from '../../db/model/exchange/parse.ts'
import { builtInTemplates } from '../../db/model/template/built-in/index.ts'
import { renderDocument } from '../../main/word/render-document.ts'
import { reportOf } from '../../main/word/report/report-of.ts'
import { accessibilityFindings } from '../support/docx/accessibility-check.ts'
import { openDocx } from '../support/docx/package.ts'
import { structureFindings } from '../support/docx/structure-check.ts'
import { schemaFindings } from '../support/docx/validate.ts'

const files = [
  ...readdirSync('build/example').map((f) => `build/example/${f}`),
  ...readdirSync('../shared/real').map((f) => `../shared/real/${f}`),
]
const all: Uint8Array[] = []
const names: string[] = []
for (const f of files)
  for (const layout of ['skabelon', 'tilgaengelig'] as const) {
    const plan = parseExchange(JSON.parse(readFileSync(f, 'utf8')), builtInTemplates)
    const template = builtInTemplates.find((t) => t.key === plan.template)!
    const t0 = performance.now()
    const doc = await renderDocument(reportOf(plan, template, { tables: true }), { layout })
    const name = f.split('/').at(-1)!.replace('.json', '') + '-' + layout
    writeFileSync(`/tmp/eyes/${name}.docx`, doc.bytes)
    const d = openDocx(doc.bytes)
    process.stdout.write(
      `${name} ${Math.round(performance.now() - t0)}ms pages ${doc.pages} ${doc.contents}\n`,
    )
    const t1 = performance.now()
    for (const x of structureFindings(d)) process.stdout.write('  S ' + JSON.stringify(x) + '\n')
    const a = accessibilityFindings(d)
    const seen = new Map<string, number>()
    for (const x of a) {
      const n = (seen.get(x.kind) ?? 0) + 1
      seen.set(x.kind, n)
      if (n < 4) process.stdout.write('  A ' + JSON.stringify(x) + '\n')
    }
    process.stdout.write(
      `  ${JSON.stringify(Object.fromEntries(seen))} check ${Math.round(performance.now() - t1)}ms\n`,
    )
    all.push(doc.bytes)
    names.push(name)
  }
const found = await schemaFindings(all)
found.forEach((f, i) => {
  for (const x of f.slice(0, 3)) process.stdout.write(`SDK ${names[i]} ${f.length} ${x}\n`)
})
