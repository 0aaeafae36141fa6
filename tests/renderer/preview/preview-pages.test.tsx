// @vitest-environment happy-dom
import { cleanup, fireEvent } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OutlineNode } from '../../../db/model/plan/plan-document.ts'
import type { ReportRow } from '../../../db/model/report/report.ts'
import { reportOf } from '../../../db/model/report/report-of.ts'
import { node, plan, rich, template } from '../../main/word/small-plan.ts'
import { shownPreview } from './shown-preview.tsx'

const drawn = vi.hoisted((): { rows: ReportRow['content'][] } => ({ rows: [] }))

vi.mock('../../../renderer/preview/row-content.tsx', async (original) => {
  const module = await original<typeof import('../../../renderer/preview/row-content.tsx')>()
  return {
    ...module,
    RowContentView: (props: Parameters<typeof module.RowContentView>[0]) => {
      drawn.rows.push(props.content)
      return module.RowContentView(props)
    },
  }
})

beforeEach(() => {
  drawn.rows = []
})

afterEach(() => {
  cleanup()
  getSelection()?.removeAllRanges()
  vi.restoreAllMocks()
})

const report = (outline: readonly OutlineNode[]) => reportOf(plan(outline), template(), { tables: false })

const indsats = (title: string, beskrivelse = 'Vi læser.') =>
  node('indsats', title, { fields: { beskrivelse: rich(beskrivelse) } })

const example = [
  node('section', 'Formål', { text: rich('Aftalen samler os.') }),
  node('theme', 'Velfærd', {
    fields: { ambition: rich('Højt') },
    children: [node('goal', 'Flere læser', { text: rich('Også hjemme') })],
  }),
  indsats('Sprog fra start'),
  indsats('Tidlig hjælp'),
]

describe('a click goes to where it is written', () => {
  test.each([
    ['a heading', '0', { path: [0] }],
    ['running text', '0:text', { path: [0], key: 'text' }],
    ['a row in running text', '1:ambition', { path: [1], key: 'ambition' }],
    ['an item of a list', '1.0', { path: [1, 0] }],
    ['a row of the agreement’s table', '2:beskrivelse', { path: [2], key: 'beskrivelse' }],
    ['an empty row', '3:koordinator', { path: [3], key: 'koordinator' }],
    ['the title', '', { path: [] }],
  ])('on %s', (_, code, place) => {
    const preview = shownPreview(report(example))
    fireEvent.click(preview.piece(code).querySelector('p, td') ?? preview.piece(code))
    expect(preview.went).toEqual([place])
  })

  test('on a row of the cover', () => {
    const covered = reportOf(plan([], { cover: { aftalepart: { plain: 'Direktionen' } } }), template(), {
      tables: false,
    })
    const preview = shownPreview(covered)
    fireEvent.click(preview.piece(':aftalepart'))
    expect(preview.went).toEqual([{ path: [], key: 'aftalepart' }])
  })

  test('unless she marked text with it', () => {
    const preview = shownPreview(report(example))
    const text = preview.piece('0:text')
    getSelection()?.selectAllChildren(text)
    fireEvent.click(text)
    expect(preview.went).toEqual([])
  })

  test('also from the line of the table of contents', () => {
    const form = template({ document: { ...template().document, contents: 'always' } })
    const preview = shownPreview(reportOf(plan(example), form, { tables: false }))
    fireEvent.click(preview.piece('2'))
    expect(preview.piece('2').tagName).toBe('LI')
    expect(preview.went).toEqual([{ path: [2] }])
  })
})

describe('the keyboard', () => {
  test('goes from piece to piece with the arrows, and to the field with Enter', () => {
    const preview = shownPreview(report(example))
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
    preview.piece('0').focus()
    press('ArrowDown')
    expect(document.activeElement).toBe(preview.piece('0:text'))
    press('ArrowUp')
    press('ArrowDown')
    press('Enter')
    expect(preview.went).toEqual([{ path: [0], key: 'text' }])
  })

  test('finds one stop for the Tab key', () => {
    const { container } = shownPreview(report(example))
    expect(
      [...container.querySelectorAll('[tabindex="0"]')].map((each) => each.getAttribute('role')),
    ).toEqual(['document'])
  })
})

describe('where she is', () => {
  test.each([
    ['the row', { path: [2], key: 'beskrivelse' }, '2:beskrivelse'],
    ['the node, where the page has no such row', { path: [2], key: 'findes-ikke' }, '2'],
    ['the node above, where the page has no such node', { path: [2, 7, 1] }, '2'],
    ['an item of a list', { path: [1, 0] }, '1.0'],
    ['the plan', { path: [] }, ''],
  ])('is marked on %s', (_, current, code) => {
    expect(shownPreview(report(example), { current }).marked()).toBe(code)
  })

  test('is not marked where nothing is chosen', () => {
    expect(shownPreview(report(example)).marked()).toBeNull()
  })
})

describe('while she types', () => {
  test('only what she changed is drawn again', () => {
    const preview = shownPreview(report(example))
    drawn.rows = []
    preview.show(report([...example.slice(0, 3), indsats('Tidlig hjælp', 'Vi læser højt.')]))
    expect(drawn.rows).toEqual([[{ kind: 'prose', text: rich('Vi læser højt.') }]])
    expect(preview.piece('3:beskrivelse').textContent).toContain('Vi læser højt.')
  })

  test('nothing is drawn again where nothing changed', () => {
    const preview = shownPreview(report(example))
    drawn.rows = []
    preview.show(report(example))
    expect(drawn.rows).toEqual([])
  })

  test('what stands below something new stays the same piece of the page', () => {
    const preview = shownPreview(report(example))
    const row = preview.piece('3:beskrivelse')
    preview.show(report([...example.slice(0, 2), indsats('Ny'), indsats('Endnu en'), ...example.slice(2)]))
    expect(preview.piece('5:beskrivelse')).toBe(row)
  })
})
