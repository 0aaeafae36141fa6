import { describe, expect, it } from 'vitest'
import { reportOf } from '../../../db/model/report/report-of.ts'
import { node, plan, rich, row, rule, template } from '../../main/word/small-plan.ts'
import { at, body, onlySheet } from './reported.ts'

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
