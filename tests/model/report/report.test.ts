import { describe, expect, it } from 'vitest'
import type { OutlineNode, PlanDocument } from '../../../db/model/plan/plan-document.ts'
import type { ReportBlock, ReportPlace, Sheet, Table } from '../../../db/model/report/report.ts'
import { reportOf } from '../../../db/model/report/report-of.ts'
import type { Template } from '../../../db/model/template/template.ts'
import { node, plan, rich, row, rule, section, template } from '../../main/word/small-plan.ts'

const report = (outline: readonly OutlineNode[], form: Template = template(), tables = false) =>
  reportOf(plan(outline), form, { tables })

const body = (outline: readonly OutlineNode[], form?: Template): readonly ReportBlock[] =>
  report(outline, form).body

const onlySheet = (given: Partial<OutlineNode>, form?: Template): Sheet => {
  const [block] = body([node('indsats', 'Sprog fra start', given)], form)
  if (block?.kind !== 'sheet') throw new Error('no sheet')
  return block
}

/** The place of the first node of the outline, or of its row. */
const at = (key?: string): ReportPlace => ({ path: [0], ...(key === undefined ? {} : { key }) })

const headings = (outline: readonly OutlineNode[], form?: Template): string[] =>
  body(outline, form).flatMap((block) =>
    block.kind === 'heading' ? [`${block.level} ${block.number ? `${block.number} ` : ''}${block.text}`] : [],
  )

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

describe('the agreement’s table', () => {
  it('has the rows of the form under their side labels, empty ones too, and those for filled ones only when filled', () => {
    const { groups } = onlySheet({})
    expect(groups.map(({ label, rows }) => [label, rows.map((each) => each.label)])).toEqual([
      ['Indsats', ['Titel', 'Koordinator', 'Beskrivelse']],
      ['Effekt', ['Milepæle']],
    ])
    expect(groups[1]?.rows[0]?.content).toEqual([])
  })

  it('composes title, coordinators, indicators and milestones before the row’s own text', () => {
    const milestones = [{ title: 'Evaluering', when: 'ultimo 2027', responsible: 'Lone Bek' }]
    const indicators = [{ title: 'Fravær', unit: '%', baseline: '14', target: '9' }]
    const { groups } = onlySheet({
      coordinators: ['Direktionen'],
      milestones,
      indicators,
      fields: {
        koordinator: rich('Ved Peter'),
        milepaele: rich('Løbende'),
        beskrivelse: rich('**Fed** tekst'),
      },
    })
    expect(groups.flatMap(({ rows }) => rows.map((each) => each.content))).toEqual([
      [{ kind: 'title', text: 'Sprog fra start' }],
      [
        { kind: 'coordinators', names: ['Direktionen'] },
        { kind: 'prose', text: rich('Ved Peter') },
      ],
      [{ kind: 'prose', text: rich('**Fed** tekst') }],
      [{ kind: 'indicators', indicators }],
      [
        { kind: 'milestones', milestones },
        { kind: 'prose', text: rich('Løbende') },
      ],
    ])
  })

  it('says the coordinator once where the row’s text is just the name', () => {
    const { groups } = onlySheet({ coordinators: ['A', 'B'], fields: { koordinator: rich('A, B') } })
    expect(groups[0]?.rows[1]?.content).toEqual([{ kind: 'coordinators', names: ['A', 'B'], alsoText: true }])
  })

  it('shows what the form has no row for in rows of their own', () => {
    const bare = template({
      nodes: {
        indsats: rule('sheet', 'Indsats', { groups: [{ label: 'Alt', rows: [row('ophav', 'Ophav')] }] }),
      },
    })
    const { groups } = onlySheet(
      {
        coordinators: ['A'],
        milestones: [{ title: 'M' }],
        indicators: [{ title: 'I' }],
        fields: { 'gammelt-felt': rich('x') },
      },
      bare,
    )
    expect(groups.flatMap(({ rows }) => rows.map((each) => each.label))).toEqual([
      'Ophav',
      'Gammelt felt',
      'Koordinator',
      'Parametre',
      'Milepæle',
    ])
  })
})

describe('places', () => {
  const outline = [
    node('section', 'A'),
    node('section', 'B', {
      children: [
        node('programme', 'P', { children: [node('goal', 'M'), node('indsats', 'I')] }),
        node('indsats', 'J', { text: rich('x'), milestones: [{ title: 'M' }] }),
      ],
    }),
  ]
  const blocks = body(outline)

  it('lead from the top of the outline down to the node', () => {
    expect(blocks.map((block) => 'at' in block && block.at?.path)).toEqual([
      [0],
      [1],
      [1, 0],
      false,
      [1, 0, 1],
      [1, 1],
    ])
    expect(blocks[3]).toMatchObject({ kind: 'items', items: [{ at: { path: [1, 0, 0] } }] })
  })

  it('name the row', () => {
    const sheet = blocks.at(-1)
    expect(
      sheet?.kind === 'sheet' && sheet.groups.flatMap(({ rows }) => rows.map((each) => each.at)),
    ).toEqual(['titel', 'koordinator', 'beskrivelse', 'milepaele'].map((key) => ({ path: [1, 1], key })))
  })

  it('on the cover are the keys of its rows', () => {
    const covered = reportOf(plan([], { cover: { udvalg: { plain: 'x' } } }), template(), { tables: false })
    expect(covered.cover.rows.map(({ key }) => key)).toEqual(['udvalg'])
  })
})

describe('nodes in running text', () => {
  it('are a heading with text, its filled rows as leads, and what is below', () => {
    expect(
      body([
        node('theme', 'Velfærd', {
          text: rich('Tekst'),
          fields: { ambition: rich('Højt') },
          milestones: [{ title: 'M' }],
        }),
      ]),
    ).toEqual([
      { kind: 'heading', at: at(), level: 1, text: 'Velfærd', begins: 'flow' },
      { kind: 'prose', at: at('text'), text: rich('Tekst') },
      {
        kind: 'row',
        at: at('ambition'),
        label: 'Ambition',
        content: [{ kind: 'prose', text: rich('Højt') }],
      },
      {
        kind: 'row',
        at: at(),
        label: 'Milepæle',
        content: [{ kind: 'milestones', milestones: [{ title: 'M' }] }],
      },
    ])
  })

  it('are a paragraph with a bold title, and what is below as a list', () => {
    const below = [node('programme', 'Del', { text: rich('a') })]
    expect(body([node('programme', 'Sprog', { text: rich('Vi læser.'), children: below })])).toEqual([
      { kind: 'run-in', at: at(), title: 'Sprog', sign: ': ', text: rich('Vi læser.') },
      {
        kind: 'items',
        items: [{ at: { path: [0, 0] }, title: 'Del', sign: ': ', text: rich('a'), rows: [], items: [] }],
      },
    ])
  })

  it('are one list where neighbours are items', () => {
    const [list] = body([node('goal', 'A', { children: [node('goal', 'A1')] }), node('goal', 'B')])
    expect(list).toMatchObject({
      kind: 'items',
      items: [{ title: 'A', items: [{ title: 'A1' }] }, { title: 'B' }],
    })
  })

  it('have their tagline on the line of the title', () => {
    const tagline = row('tagline', 'Tagline', { besideTitle: true })
    const form = template({
      nodes: {
        theme: rule('chapter', 'Tema', { titleEnd: ' – ', groups: [{ label: 'T', rows: [tagline] }] }),
      },
    })
    const [heading, ...others] = body(
      [node('theme', 'Fravær', { fields: { tagline: rich('alle med') } })],
      form,
    )
    expect(heading).toMatchObject({ text: 'Fravær', beside: { sign: ' – ', text: rich('alle med') } })
    expect(others).toEqual([])
  })

  it('of a type that the template does not know are shown all the same', () => {
    const form = template({ nodes: { section: rule('chapter', 'Afsnit') } })
    expect(body([node('bidrag', 'Ukendt', { fields: { effekt: rich('x') } })], form)).toEqual([
      { kind: 'heading', at: at(), level: 1, text: 'Ukendt', begins: 'flow' },
      { kind: 'row', at: at('effekt'), label: 'Effekt', content: [{ kind: 'prose', text: rich('x') }] },
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
