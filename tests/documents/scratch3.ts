import { readFileSync, writeFileSync, readdirSync } from 'node:fs'
import { parseExchange } from '../../db/model/exchange/parse.ts'
import { builtInTemplates } from '../../db/model/template/built-in/index.ts'
import { reportOf } from '../../main/word/report/report-of.ts'
import { renderDocument } from '../../main/word/render-document.ts'
import { openDocx } from '../support/docx/package.ts'
import { render } from '../support/docx/render.ts'
import { lostTexts, headingPages, contentsLines, pageFlaws, pageTexts } from '../support/docx/pages.ts'
const files = [...readdirSync('build/example').map(f=>`build/example/${f}`), ...readdirSync('../shared/real').map(f=>`../shared/real/${f}`)]
const all: Uint8Array[] = []; const names: string[] = []
for (const f of files) for (const layout of ['skabelon','tilgaengelig'] as const) {
  const plan = parseExchange(JSON.parse(readFileSync(f,'utf8')), builtInTemplates)
  const template = builtInTemplates.find(t=>t.key===plan.template)!
  const doc = await renderDocument(reportOf(plan, template, {tables: true}), {layout})
  writeFileSync(`/tmp/eyes/${f.split('/').at(-1)!.replace('.json','')}-${layout}.docx`, doc.bytes)
  all.push(doc.bytes); names.push(f.split('/').at(-1)+' '+layout)
}
const t=performance.now()
const r = await render(all)
process.stdout.write(`render ${Math.round(performance.now()-t)}\n`)
r.forEach((x,i)=>{ const d=openDocx(all[i]!); const t=performance.now()
  process.stdout.write(`${names[i]} ${x.pages.length} pages, smallest ${JSON.stringify(pageTexts(d,x).slice(1).map(p=>p.length).sort((a,b)=>a-b).slice(0,5))}\n`)
  for (const l of lostTexts(d,x)) process.stdout.write(`   LOST ${l.slice(0,150)}\n`)
  for (const h of headingPages(d,x)) if (!h.page) process.stdout.write(`   NOPAGE ${h.text}\n`)
  const hp=headingPages(d,x)
  for (const c of contentsLines(d)) { const h=hp.find(h=>h.bookmarks.includes(c.bookmark)); if (!h || String(h.page)!==c.page || h.text!==c.text) process.stdout.write(`   TOC ${JSON.stringify(c)} ${JSON.stringify(h)}\n`) }
  for (const f of pageFlaws(d,x)) process.stdout.write(`   FLAW ${f}\n`)
  process.stdout.write(`   ${Math.round(performance.now()-t)} ms\n`)
})
