import type { Element } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import type { OutlineNode } from '../../../db/model/plan/plan-document.ts'
import type { Layout } from '../../../db/model/report/layout.ts'
import { reportOf } from '../../../db/model/report/report-of.ts'
import { renderDocument } from '../../../main/word/render-document.ts'
import { all, cells, first, opened, paragraphs, rows, text, value } from './opened.ts'
import { node, plan, rich, row, rule, template } from './small-plan.ts'

/**
 * The agreement's table. The rules R1–R6 are those of the lab: LibreOffice never breaks a row with turned text and
 * loses what does not fit, and Word does not make such a row taller.
 */
async function body(fields: Record<string, string>, layout: Layout, form = template()): Promise<Element> {
  const values = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, rich(value)]))
  return rendered([node('indsats', 'Sprog fra start', { fields: values })], layout, form)
}

async function rendered(
  outline: readonly OutlineNode[],
  layout: Layout,
  form = template(),
): Promise<Element> {
  const made = await renderDocument(reportOf(plan(outline), form, { tables: false }), { layout })
  return opened(made.bytes).body
}

const form = template({
  nodes: {
    indsats: rule('sheet', 'Indsats', {
      groups: [
        { label: 'Bidrag', rows: [row('beskrivelse', 'Beskrivelse'), row('afsaet', 'Afsæt')] },
        { label: 'Effekt', rows: [row('effekt', 'Effekt'), row('maal', 'Målgruppe')] },
      ],
    }),
  },
})

const table = async (fields: Record<string, string>): Promise<Element[]> =>
  rows(first(await body(fields, 'skabelon', form), 'w:tbl'))

/** How a cell is merged with those above and below: `restart`, `continue`, or not at all. */
function merge(cell: Element | undefined): string {
  const [merged] = cell ? all(cell, 'w:vMerge') : []
  return merged === undefined ? 'none' : (merged.getAttribute('w:val') ?? 'continue')
}

const lineCount = (cell: Element | undefined): number =>
  cell === undefined
    ? 0
    : paragraphs(cell).reduce((sum, each) => sum + Math.max(1, Math.ceil(each.text.length / 70)), 0)

const sentence = 'Centret arbejder for, at alle børn er med i fællesskabet hver dag. '

describe('the layout of the form', () => {
  it('has three columns: turned side labels merged over their groups, row labels in the middle, text', async () => {
    const [, ...found] = await table({ beskrivelse: 'a', afsaet: 'b', effekt: 'c', maal: 'd' })
    expect(found.map((each) => cells(each).map(text))).toEqual([
      ['Bidrag', 'Beskrivelse', 'a'],
      ['', 'Afsæt', 'b'],
      ['Effekt', 'Effekt', 'c'],
      ['', 'Målgruppe', 'd'],
    ])
    expect(found.map((each) => merge(cells(each)[0]))).toEqual(['restart', 'continue', 'restart', 'continue'])
    expect(found.map((each) => cells(each).map((cell) => value(cell, 'w:vAlign'))[1])).toEqual(
      Array(4).fill('center'),
    )
  })

  it('turns only the first cell of a group, and sets its label at the top (R1, R4)', async () => {
    const [, ...found] = await table({})
    const turned = found.map((each) => cells(each).map((cell) => value(cell, 'w:textDirection')))
    expect(turned.map(([side]) => side)).toEqual(['btLr', undefined, 'btLr', undefined])
    expect(turned.flatMap((each) => each.slice(1)).every((direction) => direction === undefined)).toBe(true)
    const [side] = cells(found[0] as Element)
    expect(side && value(side, 'w:jc')).toBe('right')
  })

  it('keeps the first row of a group short, and continues its field below without a rule (R2)', async () => {
    const [, head, tail, next] = await table({ beskrivelse: `${sentence}\n\n`.repeat(30), afsaet: 'b' })
    expect(lineCount(cells(head as Element)[2])).toBeLessThanOrEqual(7)
    expect([head, tail].map((each) => merge(cells(each as Element)[1]))).toEqual(['restart', 'continue'])
    expect(cells(tail as Element).map(text)[1]).toBe('')
    expect(all(cells(tail as Element)[2] as Element, 'w:top')[0]?.getAttribute('w:val')).toBe('nil')
    expect(cells(next as Element).map(text)[1]).toBe('Afsæt')
  })

  it('cuts even one long paragraph after a sentence, so that joining the halves gives it back (R2)', async () => {
    const long = sentence.repeat(75).trim()
    const [, ...found] = await table({ beskrivelse: long })
    const parts = found.slice(0, -3).flatMap((each) => paragraphs(cells(each)[2] as Element))
    expect(lineCount(cells(found[0] as Element)[2])).toBeLessThanOrEqual(7)
    expect(parts.map((part) => part.text).join(' ')).toBe(long)
    expect(new Set(parts.slice(1).map((part) => part.style))).toEqual(new Set(['TableTextContinued']))
    expect(parts.every((part) => part.text.endsWith('.'))).toBe(true)
  })

  it('has no row that would reach a third page, wherever its field stands', async () => {
    const bullets = Array.from({ length: 200 }, (_, index) => `- punkt ${index + 1}`).join('\n')
    const [, ...found] = await table({ beskrivelse: 'kort', afsaet: bullets, maal: sentence.repeat(75) })
    expect(Math.max(...found.map((each) => lineCount(cells(each)[2])))).toBeLessThanOrEqual(30)
    const items = found.flatMap((each) => paragraphs(cells(each)[2] as Element)).map((each) => each.text)
    expect(items.filter((item) => item.startsWith('punkt'))).toHaveLength(200)
  })

  it('gives the label its height over the first rows, and keeps them together (R3)', async () => {
    const [, ...found] = await table({})
    const heights = found.map((each) => Number(all(each, 'w:trHeight')[0]?.getAttribute('w:val') ?? 0))
    expect((heights[0] ?? 0) + (heights[1] ?? 0)).toBeGreaterThanOrEqual(900)
    expect(found.map((each) => all(each, 'w:keepNext').length > 0)).toEqual([true, false, true, false])
    expect(found.every((each) => all(each, 'w:cantSplit').length === 1)).toBe(true)
  })

  it('repeats a header row of three plain cells with the title on each page (R5, R6)', async () => {
    const [header, ...others] = await table({})
    const columns = cells(header as Element)
    expect(columns.map(text)).toEqual(['Del', 'Felt', 'Indhold – Sprog fra start'])
    expect(all(header as Element, 'w:tblHeader')).toHaveLength(1)
    expect(columns.every((cell) => all(cell, 'w:vMerge').length + all(cell, 'w:gridSpan').length === 0)).toBe(
      true,
    )
    expect(others.every((each) => all(each, 'w:tblHeader').length === 0)).toBe(true)
  })

  it('begins each table on a new page, below its heading, without empty paragraphs between', async () => {
    const found = await rendered([node('indsats', 'A'), node('indsats', 'B')], 'skabelon')
    const flow = Array.from(found.childNodes).map((each) => each.nodeName)
    expect(flow.filter((name) => name !== 'w:sectPr').slice(-5)).toEqual([
      'w:p',
      'w:tbl',
      'w:p',
      'w:tbl',
      'w:p',
    ])
    const headings = all(found, 'w:p').filter((each) => value(each, 'w:pStyle') === 'Heading1')
    expect(headings.map(text)).toEqual(['Indsats: A', 'Indsats: B'])
    expect(all(headings[1] as Element, 'w:pageBreakBefore')).toHaveLength(1)
  })

  it('gives an empty cell the one paragraph that Word demands', async () => {
    const [, ...found] = await table({})
    expect(found.flatMap(cells).map((cell) => all(cell, 'w:p').length)).toEqual(Array(12).fill(1))
  })

  it('has a wider column for row labels that are long words', async () => {
    const widths = async (label: string) => {
      const long = template({
        nodes: { indsats: rule('sheet', 'I', { groups: [{ label: 'G', rows: [row('a', label)] }] }) },
      })
      return all(await body({}, 'skabelon', long), 'w:gridCol').map((column) =>
        Number(column.getAttribute('w:w')),
      )
    }
    const [side = 0, label = 0, content = 0] = await widths('Rapportering')
    expect([side, label]).toEqual([567, 1814])
    const wider = await widths('Samarbejdspartnere')
    expect(wider[1]).toBeGreaterThan(label)
    expect(wider.reduce((sum, width) => sum + width, 0)).toBe(side + label + content)
  })
})

describe('the accessible layout', () => {
  it('has a heading and a table of two columns for each group, nothing merged, nothing turned', async () => {
    const found = await body({ beskrivelse: sentence.repeat(80), effekt: 'c' }, 'tilgaengelig', form)
    expect(paragraphs(found).filter((each) => each.style?.startsWith('Heading'))).toEqual([
      { style: 'Heading1', text: 'Indsats: Sprog fra start' },
      { style: 'Heading2', text: 'Bidrag' },
      { style: 'Heading2', text: 'Effekt' },
    ])
    const grids = all(found, 'w:tbl').map((each) => rows(each).map((line) => cells(line).map(text)[0]))
    expect(grids).toEqual([
      ['Felt', 'Beskrivelse', 'Afsæt'],
      ['Felt', 'Effekt', 'Målgruppe'],
    ])
    expect(['w:vMerge', 'w:gridSpan', 'w:textDirection'].flatMap((name) => all(found, name))).toEqual([])
    expect(all(found, 'w:tblHeader')).toHaveLength(2)
  })

  it('says the same as the layout of the form', async () => {
    const fields = { beskrivelse: '- a\n- b', afsaet: 'c', effekt: '1. d\n\ne' }
    const texts = async (layout: Layout) => {
      const found = await body(fields, layout, form)
      return paragraphs(found)
        .filter((each) => /^Table(Text|List)/.test(each.style ?? ''))
        .map((each) => each.text)
    }
    expect(await texts('tilgaengelig')).toEqual(await texts('skabelon'))
  })
})
