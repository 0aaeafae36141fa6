import { describe, expect, test } from 'vitest'
import type { OutlineNode } from '../../../db/model/plan/plan-document.ts'
import type { Layout } from '../../../db/model/report/layout.ts'
import { reportOf } from '../../../db/model/report/report-of.ts'
import type { Template } from '../../../db/model/template/template.ts'
import { keyed } from '../../../renderer/preview/keyed.ts'
import { type PaperPage, pagesOf } from '../../../renderer/preview/pages.ts'
import { node, plan, rich, section, template } from '../../main/word/small-plan.ts'

function papers(outline: readonly OutlineNode[], form: Template = template(), layout: Layout = 'skabelon') {
  const report = reportOf(plan(outline), form, { tables: true })
  return pagesOf(report, layout, keyed([], report.body))
}

/** What stands on each paper, in short: "cover", "contents", and the titles of headings and tables. */
const onEach = (pages: readonly PaperPage[]): string[] =>
  pages.map((page) =>
    [
      ...(page.cover ? ['cover'] : []),
      ...(page.contents ? ['contents'] : []),
      ...page.blocks.map(({ block }) =>
        block.kind === 'heading' ? block.text : block.kind === 'sheet' ? block.title : block.kind,
      ),
    ].join(', '),
  )

const formaal = node('section', 'Formål', { key: 'formaal', text: rich('Tekst') })
const flowing = template({ document: { ...template().document, titlePage: false } })

describe('a paper begins', () => {
  test.each<[string, readonly OutlineNode[], Template, Layout, string[]]>([
    ['after the cover', [formaal], template(), 'skabelon', ['cover', 'Formål, prose']],
    ['not right below a title that text follows', [formaal], flowing, 'skabelon', ['cover, Formål, prose']],
    [
      'where the report says so, and nowhere in running text',
      [formaal, node('section', 'Eget'), node('section', 'Bilag', { annex: true })],
      template(),
      'skabelon',
      ['cover', 'Formål, prose, Eget', 'Bilag'],
    ],
    [
      'with each table of the form, behind the divider',
      [
        node('section', 'Indsatser', {
          key: 'indsatser',
          children: [node('indsats', 'A'), node('indsats', 'B')],
        }),
      ],
      template(),
      'skabelon',
      ['cover', 'Indsatser', 'A', 'B'],
    ],
    [
      'with each table but the one below its heading, where the layout has no dividers',
      [
        node('section', 'Indsatser', {
          key: 'indsatser',
          children: [node('indsats', 'A'), node('indsats', 'B')],
        }),
      ],
      template(),
      'tilgaengelig',
      ['cover', 'Indsatser, A', 'B'],
    ],
    [
      'with the contents behind a cover of its own',
      [formaal],
      template({ document: { ...template().document, contents: 'always' } }),
      'skabelon',
      ['cover', 'contents', 'Formål, prose'],
    ],
    [
      'after the contents below a title that is not alone',
      [formaal],
      template({ document: { ...template().document, contents: 'always', titlePage: false } }),
      'skabelon',
      ['cover, contents', 'Formål, prose'],
    ],
    [
      'without contents that are for publishing only',
      [formaal],
      template({ document: { ...template().document, contents: 'published' } }),
      'skabelon',
      ['cover', 'Formål, prose'],
    ],
  ])('%s', (_, outline, form, layout, expected) => {
    expect(onEach(papers(outline, form, layout))).toEqual(expected)
  })
})

test('a wide table lies on paper that is turned', () => {
  const columns = [
    { label: 'Indsats', value: 'indsats', width: 50 },
    { label: 'Frist', value: 'when', width: 50 },
  ] as const
  const form = template({
    sections: [
      section('plan', 'Plan', {
        overview: { of: ['plan'], columns: [...columns], landscape: true, rowPer: 'node' },
        overviewWhen: 'always',
      }),
    ],
  })
  const outline = [
    node('section', 'Før'),
    node('section', 'Plan', { key: 'plan', children: [node('indsats', 'A')] }),
  ]
  const pages = papers(outline, form)
  expect(onEach(pages)).toEqual(['cover', 'Før', 'Plan, table', 'A'])
  expect(pages.map(({ landscape }) => landscape)).toEqual([false, false, true, false])
})

test('a very tall paper is drawn in stretches, of which one opens it and one closes it', () => {
  const outline = Array.from({ length: 100 }, (_, index) => node('section', `Afsnit ${index}`))
  const [cover, ...stretches] = papers(outline)
  expect(cover).toMatchObject({ opens: true, closes: true })
  expect(stretches.length).toBeGreaterThan(1)
  expect(stretches.filter(({ opens }) => opens)).toEqual([stretches[0]])
  expect(stretches.filter(({ closes }) => closes)).toEqual([stretches.at(-1)])
  expect(stretches.flatMap(({ blocks }) => blocks)).toHaveLength(100)
})
