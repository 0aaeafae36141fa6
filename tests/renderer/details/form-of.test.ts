import { describe, expect, test } from 'vitest'
import type { NodeRecord } from '../../../db/model/records.ts'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import type { Template } from '../../../db/model/template/template.ts'
import { type Form, formOf, type Holdings } from '../../../renderer/details/form/form-of.ts'

const nothing: Holdings = { texts: [], milestones: false, indicators: false, coordinators: false }

function template(key: string): Template {
  const found = builtInTemplates.find((each) => each.key === key)
  if (!found) throw new Error(`no template ${key}`)
  return found
}

const form = (
  key: string,
  type: NodeRecord['type'],
  holdings: Partial<Holdings> = {},
  sectionKey = null,
): Form => formOf({ type, sectionKey }, template(key), { ...nothing, ...holdings })

/** `Side label: row, row`, a line for each group. */
const drawn = ({ groups }: Form): readonly string[] =>
  groups.map(({ label, rows }) => `${label ?? '–'}: ${rows.map((row) => row.label).join(', ')}`)

describe('the form of a node', () => {
  test('has the rows of the agreement under its side labels', () => {
    expect(drawn(form('maalaftale', 'indsats'))).toEqual([
      'Indsats: Titel, Ophav, Beskrivelse, Afsæt',
      'Effekt: Målgruppe, Effekt, Parametre, Milepæle',
      'Andet: Organisering, Økonomi',
    ])
  })

  test('begins with running text where the plan kind asks for it', () => {
    expect(drawn(form('strategiplan', 'programme'))).toEqual([
      '–: Tekst',
      'Ambition: Ambition',
      'Opfølgning: Parametre, Milepæle',
    ])
  })

  test('shows running text that is there although nobody asks for it', () => {
    expect(drawn(form('maalaftale', 'bidrag'))[0]).toBe('Indsats: Titel, Ophav, Koordinator')
    expect(drawn(form('maalaftale', 'bidrag', { texts: ['text'] }))[0]).toBe('–: Tekst')
  })

  test.each([
    { sectionKey: 'indledning', guidance: 'Beskriv enheden', expected: true },
    { sectionKey: null, guidance: 'Et afsnit samler', expected: false },
  ])('a section has its own guidance: $sectionKey', ({ sectionKey, guidance, expected }) => {
    const { groups } = formOf({ type: 'section', sectionKey }, template('maalaftale'), nothing)
    const row = groups[0]?.rows[0]
    expect(row?.guidance).toContain(guidance)
    expect(row?.expected).toBe(expected)
  })

  test('expects the rows that the document shows empty, and no others', () => {
    const rows = form('maalaftale', 'indsats').groups.flatMap((group) => group.rows)
    expect(rows.filter(({ expected }) => !expected).map(({ label }) => label)).toEqual([
      'Titel',
      'Parametre',
      'Milepæle',
    ])
  })

  test('shows milestones and coordinators that no row of the form has a place for', () => {
    const held = { milestones: true, coordinators: true }
    expect(drawn(form('strategiplan', 'theme', held)).at(-1)).toBe('Opfølgning: Koordinator, Milepæle')
  })

  test('keeps the texts of rows that the template lacks, by the label that it has elsewhere or by their key', () => {
    const { leftOver } = form('maalaftale', 'indsats', { texts: ['effekt', 'rapportering', 'eget-felt'] })
    expect(leftOver).toEqual([
      { key: 'rapportering', label: 'Rapportering' },
      { key: 'eget-felt', label: 'Eget felt' },
    ])
  })

  test('a type that the template does not know still has its text', () => {
    const shown = form('fokusaftale', 'programme', { texts: ['text', 'ambition'] })
    expect(drawn(shown)).toEqual(['–: Tekst'])
    expect(shown.leftOver).toEqual([{ key: 'ambition', label: 'Ambition' }])
  })
})
