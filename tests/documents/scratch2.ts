import { readFileSync, writeFileSync, readdirSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { parseExchange } from '../../db/model/exchange/parse.ts'
import { builtInTemplates } from '../../db/model/template/built-in/index.ts'
import { reportOf } from '../../main/word/report/report-of.ts'
import { renderDocument } from '../../main/word/render-document.ts'
import { openDocx } from '../support/docx/package.ts'
import { readBack } from '../support/docx/read-back.ts'
import { asPrinted } from '../support/docx/as-printed.ts'
const files = [...readdirSync('build/example').map(f=>`build/example/${f}`), ...readdirSync('../shared/real').map(f=>`../shared/real/${f}`)]
for (const f of files) for (const layout of ['skabelon','tilgaengelig'] as const) {
  const plan = parseExchange(JSON.parse(readFileSync(f,'utf8')), builtInTemplates)
  const template = builtInTemplates.find(t=>t.key===plan.template)!
  const doc = await renderDocument(reportOf(plan, template, {tables: true}), {layout})
  const a = asPrinted(plan, template), b = readBack(openDocx(doc.bytes), template)
  const same = isDeepStrictEqual(a,b)
  process.stdout.write(`${f} ${layout} ${same} nodes ${a.nodes.length}/${b.nodes.length}\n`)
  if (!same) { const x=JSON.stringify(a,null,1).split('\n'), y=JSON.stringify(b,null,1).split('\n'); let i=0; while(x[i]===y[i]) i++; process.stdout.write(`   at ${i}\n   want ${x.slice(i-4,i+4).join('')}\n   got  ${y.slice(i-4,i+4).join('')}\n`) }
}
