import { describe, expect, it } from 'vitest'
import type { OutlineNode, PlanDocument } from '../../../db/model/plan/plan-document.ts'
import type { Table } from '../../../db/model/report/report.ts'
import { reportOf } from '../../../db/model/report/report-of.ts'
import type { Template } from '../../../db/model/template/template.ts'
import { node, plan, rich, section, template } from '../../main/word/small-plan.ts'
import { body, headings, report } from './reported.ts'

describe('title and period', () => {
  const titled = (given: Partial<PlanDocument>) => {
    const { title, period } = reportOf(plan([], given), template(), { tables: false }).cover
    return { title, period }
  }

  it.each([
    ['Målaftale', { from: 2026, to: 2028 }, '2026-28'],
    ['Fokus', { from: 2027, to: null }, '2027+'],
    ['Handleplan', { from: 2027, to: 2027 }, '2027'],
    ['Fokus 2027+', { from: 2027, to: null }, ''],
    ['Strategiplan 2027', { from: 2027, to: 2030 }, ''],
  ])('%s for %o has beside it "%s"', (title, period, beside) => {
    expect(titled({ title, period })).toEqual({ title, period: beside })
  })

  it('is the template’s where the plan has none', () => {
    expect(titled({ title: '' }).title).toBe('Aftale')
  })
})

describe('the cover', () => {
  const form = template({
    variants: [
      {
        key: 'center',
        label: 'Center',
        cover: [
          { key: 'center', label: 'Center', guidance: '', kind: 'unit' },
          { key: 'aftalepart', label: 'Aftalepart', guidance: '', kind: 'text' },
        ],
      },
    ],
  })
  const cover = (values: PlanDocument['cover']) =>
    reportOf(plan([], { cover: values }), form, { tables: false }).cover

  it('has the template’s rows in its order, empty ones too, and after them what the template has no row for', () => {
    const rows = cover({ udvalg: { plain: 'Økonomiudvalget' }, center: { plain: 'Børn' } }).rows
    expect(rows.map((each) => each.label)).toEqual(['Center', 'Aftalepart', 'udvalg'])
    expect(rows.map((each) => each.text)).toEqual([rich('Børn'), [], rich('Økonomiudvalget')])
  })

  it('names the unit unless a row does', () => {
    expect(cover({}).unit).toBe('Center for Børn & Læring')
    expect(cover({ center: { plain: 'Center for Børn & Læring' } }).unit).toBe('')
  })
})

describe('the case stamp', () => {
  it('says what is known, in the order in which the secretariat looks, and the status', () => {
    const given = {
      caseNumber: '26/1234',
      documentNumber: '5678-26',
      committee: 'Økonomiudvalget',
      meetingDate: '2026-06-17',
      item: '5',
      annex: 'Bilag 1',
    }
    expect(reportOf(plan([], { case: given }), template(), { tables: false }).stamp).toEqual([
      'Bilag 1',
      'Sagsnr. 26/1234',
      'Dok.nr. 5678-26',
      'Økonomiudvalget 17. juni 2026',
      'Punkt 5',
      'Udkast',
    ])
    expect(report([]).stamp).toEqual(['Udkast'])
  })

  it('dates the document by the meeting, else by the period', () => {
    expect(report([]).properties.date).toBe('2026-01-01')
  })
})

describe('sections', () => {
  it('begin as the template says; the user’s own follow, and annexes begin a page', () => {
    const blocks = body([
      node('section', 'Formål', { key: 'formaal' }),
      node('section', 'Eget'),
      node('section', 'Mit bilag', { annex: true }),
    ])
    expect(blocks.map((block) => block.kind === 'heading' && block.begins)).toEqual(['page', 'flow', 'page'])
  })

  it('have a divider before tables, but not before running text', () => {
    const divided = (children: readonly OutlineNode[]) =>
      body([node('section', 'Indsatser', { key: 'indsatser', children })])[0]
    expect(divided([node('indsats', 'A')])).toMatchObject({ begins: 'divider' })
    expect(divided([])).toMatchObject({ begins: 'divider' })
    expect(divided([node('theme', 'A')])).toMatchObject({ begins: 'page' })
  })

  it('are numbered as annexes, unless the title already says which annex it is', () => {
    const outline = [
      node('section', 'Formål', { key: 'formaal' }),
      node('section', 'Oversigt', { key: 'bilag-oversigt' }),
      node('section', 'Bilag 2: Principper', { annex: true }),
      node('section', 'Figurer', { annex: true }),
    ]
    expect(headings(outline)).toEqual([
      '1 Formål',
      '1 Bilag 1: Oversigt',
      '1 Bilag 2: Principper',
      '1 Bilag 3: Figurer',
    ])
    const numbered = template({ document: { ...template().document, numbered: true } })
    expect(headings(outline, numbered)[0]).toBe('1 1. Formål')
  })

  it('never skip a level of heading, however deep', () => {
    const deep = [1, 2, 3, 4, 5, 6].reduceRight<OutlineNode[]>(
      (children, level) => [node('theme', `T${level}`, { children })],
      [],
    )
    expect(headings([node('section', 'S', { children: deep })])).toEqual([
      '1 S',
      '2 T1',
      '3 T2',
      '4 T3',
      '4 T4',
      '4 T5',
      '4 T6',
    ])
  })
})

describe('the overview table', () => {
  const columns = [
    { label: 'Tema', value: 'theme', width: 30 },
    { label: 'Indsats', value: 'indsats', width: 30 },
    { label: 'Frist', value: 'when', width: 40, onlyWhenFilled: true },
  ] as const
  const form = (when: 'always' | 'on-request', rowPer: 'node' | 'milestone' = 'node') =>
    template({
      sections: [
        section('plan', 'Plan', {
          overview: { of: ['plan'], columns: [...columns], landscape: true, rowPer },
          overviewWhen: when,
        }),
      ],
    })
  const outline = (given: Partial<OutlineNode> = {}) => [
    node('section', 'Plan', {
      key: 'plan',
      children: [node('theme', 'Velfærd', { children: [node('indsats', 'A', given), node('indsats', 'B')] })],
    }),
  ]
  const table = (given: Partial<OutlineNode>, of: Template, asked = false): Table | undefined =>
    report(outline(given), of, asked).body.find((block) => block.kind === 'table')

  it('lists the nodes below its sections, without columns that would be empty', () => {
    expect(table({}, form('always'))).toMatchObject({
      landscape: true,
      columns: [
        { label: 'Tema', width: 50 },
        { label: 'Indsats', width: 50 },
      ],
      rows: [
        ['Velfærd', 'A'],
        ['Velfærd', 'B'],
      ],
    })
  })

  it('has a row for each milestone where the template says so', () => {
    const milestones = [
      { title: 'M1', when: 'maj 2027' },
      { title: 'M2', when: 'juni 2027' },
    ]
    expect(table({ milestones }, form('always', 'milestone'))?.rows).toEqual([
      ['Velfærd', 'A', 'maj 2027'],
      ['Velfærd', 'A', 'juni 2027'],
      ['Velfærd', 'B', ''],
    ])
  })

  it('is there on request only, where the template says so', () => {
    expect(table({}, form('on-request'))).toBeUndefined()
    expect(table({}, form('on-request'), true)).toBeDefined()
  })
})
