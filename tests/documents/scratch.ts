import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import type { PlanDocument } from '../../db/model/plan/plan-document.ts'
import { nastyPlan } from '../support/docx/nasty-plans.ts'
import { layouts, write } from '../support/documents.ts'
import { structureFindings } from '../support/docx/structure-check.ts'
import { forbiddenFindings } from '../support/docx/hindrances.ts'
import { readBack } from '../support/docx/read-back.ts'
import { asPrinted } from '../support/docx/as-printed.ts'
import { render } from '../support/docx/render.ts'
import { lostTexts } from '../support/docx/pages.ts'
const seed = Number(process.argv[2] ?? 1), n = Number(process.argv[3] ?? 60), lo = process.argv[4] === 'lo'
const seen = new Map<string, number>()
const say = (k: string, d: string) => { const c = (seen.get(k) ?? 0) + 1; seen.set(k, c); if (c <= 4) process.stdout.write(`${k}: ${d}\n`) }
function diff(a: unknown, b: unknown, path: string): string | undefined {
  if (isDeepStrictEqual(a, b)) return undefined
  if (Array.isArray(a) && Array.isArray(b)) { for (let i = 0; i < Math.max(a.length, b.length); i++) { const d = diff(a[i], b[i], `${path}[${i}]`); if (d) return d } }
  else if (a && b && typeof a === 'object' && typeof b === 'object') { for (const k of new Set([...Object.keys(a), ...Object.keys(b)])) { const d = diff(Reflect.get(a, k), Reflect.get(b, k), `${path}.${k}`); if (d) return d } }
  return `${path} want ${JSON.stringify(a)?.slice(0, 300)} got ${JSON.stringify(b)?.slice(0, 300)}`
}
const t0 = performance.now()
const docs = []
for (const [plan0, layout] of fc.sample(fc.tuple(nastyPlan, fc.constantFrom(...layouts)), { numRuns: n, seed })) {
  let json = JSON.stringify(plan0)
  if (lo) json = json.replace(/[\u0250-\u200F\u2028-\uFFFF]+/g, 'x')
  const plan: PlanDocument = JSON.parse(json, (key, value) => (key === 'link' && !/^(https?:..(ex|us)|mailto:a|HTTPS)/.test(value)) ? 'https://ok.dk/' : value)
  const t = performance.now()
  const doc = await write(plan, layout)
  const ms = performance.now() - t
  if (ms > 3000) say('slow', `${plan.template} ${layout} ${Math.round(ms)} ms ${doc.bytes.length}`)
  docs.push(doc)
  if (lo) continue
  for (const f of structureFindings(doc.docx)) say(`S ${f.kind}`, JSON.stringify(f))
  for (const f of forbiddenFindings(doc)) say(`A ${f.kind}`, `${plan.template} ${layout} ${JSON.stringify(f)}`)
  const d = diff(asPrinted(plan, doc.template), readBack(doc.docx, doc.template), '')
  if (d) say(`R ${d.split(' ')[0]!.replace(/\[\d+\]/g, '')}`, `${plan.template} ${layout} ${d}`)
}
process.stdout.write(`${Math.round(performance.now() - t0)} ms ${JSON.stringify(Object.fromEntries(seen))}\n`)
if (lo) { const r = await render(docs.map(d => d.bytes)); docs.forEach((d, i) => { const l = lostTexts(d.docx, r[i]!); process.stdout.write(`${d.plan.template} ${d.layout} pages ${r[i]!.pages.length} lost ${l.length}\n`); for (const x of l.slice(0,3)) process.stdout.write(`    ${x.slice(0,200)}\n`) }) }
import { pageTexts, squeezed } from '../support/docx/pages.ts'
if (lo && process.argv[5]) { const r = await render(docs.map(d => d.bytes)); docs.forEach((d, i) => { for (const x of lostTexts(d.docx, r[i]!)) { const t = squeezed(x); const pages = pageTexts(d.docx, r[i]!); const all = pages.join('\n'); let k = t.length; while (k > 0 && !all.includes(t.slice(0, k))) k--; const at = all.indexOf(t.slice(0, k)); process.stdout.write(`${d.plan.template} ${d.layout} len ${t.length} matches ${k} count ${all.split(t.slice(0,k)).length-1}\n want …${t.slice(Math.max(0,k-30), k + 60)}\n page …${JSON.stringify(all.slice(Math.max(0, at + k - 30), at + k + 160))}\n`) } }) }
