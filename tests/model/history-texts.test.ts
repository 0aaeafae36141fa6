import { describe, expect, test } from 'vitest'
import { commandSchema } from '../../db/model/commands.ts'
import type { Label } from '../../db/model/label.ts'
import { nameOf } from '../../db/model/texts/history.ts'

const about = 'Flere børn læser'

describe('the words after »Fortryd«', () => {
  test.each<[Label, string]>([
    [{ command: 'node.move', about }, 'Flyt »Flere børn læser«'],
    [{ command: 'node.move', about, count: 4 }, 'Flyt 4 rækker'],
    [{ command: 'node.delete', about, count: 3 }, 'Slet 3 rækker'],
    [{ command: 'node.delete', about, count: 10_000 }, 'Slet 10.000 rækker'],
    [{ command: 'field.write', about }, 'Skriv i »Flere børn læser«'],
    [{ command: 'node.rename', about }, 'Ret titlen »Flere børn læser«'],
    [{ command: 'plan.import', about: 'Målaftale', count: 7 }, 'Importér 7 planer'],
    [{ command: 'plan.import', about: 'Målaftale' }, 'Importér »Målaftale«'],
    [{ command: 'workbook.create' }, 'Ny projektmappe'],
  ])('%o', (label, name) => {
    expect(nameOf(label)).toBe(name)
  })

  test.each<[Label, string]>([
    [{ command: 'node.insert', about: '', nodeType: 'indsats' }, 'Ny indsats'],
    [{ command: 'node.insert', about: '', nodeType: 'bidrag' }, 'Nyt bidrag'],
    [{ command: 'node.insert', about, nodeType: 'milestone' }, 'Ny milepæl »Flere børn læser«'],
    [{ command: 'node.insert', about: 'A', nodeType: 'section', count: 3 }, '3 nye rækker'],
    [{ command: 'node.insert', about }, 'Ny række »Flere børn læser«'],
  ])('say what was inserted: %o', (label, name) => {
    expect(nameOf(label)).toBe(name)
  })

  test.each<[string, Label]>([
    ['an empty title', { command: 'node.move', about: '' }],
    ['a title of blanks', { command: 'node.move', about: ' \u00a0\t' }],
    ['no title', { command: 'node.move' }],
  ])('say »uden titel« of %s', (_name, label) => {
    expect(nameOf(label)).toBe('Flyt »uden titel«')
  })

  test('are never of several lines', () => {
    expect(nameOf({ command: 'node.move', about: 'En\nto \u2028 tre' })).toBe('Flyt »En to tre«')
  })

  test('are there for what another program wrote', () => {
    expect(nameOf({ command: 'node.explode', about })).toBe('Ændring')
    expect(nameOf({ command: 'constructor', about })).toBe('Ændring')
  })

  test('are there for every command, each of its own, for one and for many', () => {
    const types = commandSchema.options.flatMap((option) =>
      'options' in option ? option.options.map((single) => single.shape.type.value) : [],
    )
    expect(types.length).toBeGreaterThan(18)
    const one = types.map((command) => nameOf({ command, about }))
    const many = types.map((command) => nameOf({ command, about, count: 2 }))
    expect(new Set([...one, 'Ændring']).size).toBe(types.length + 1)
    expect(new Set([...many, 'Ændring']).size).toBe(types.length + 1)
    for (const name of [...one, ...many]) expect(name).toMatch(/^[A-ZÆØÅ2][^!]+[^.!]$/)
  })
})

describe('a long title', () => {
  const shown = (title: string) => /»(.*)«/.exec(nameOf({ command: 'node.move', about: title }))?.[1] ?? ''

  test('of 40 characters stays whole; a longer one is cut to that', () => {
    expect(shown('æ'.repeat(40))).toBe('æ'.repeat(40))
    expect(shown('æ'.repeat(41))).toBe(`${'æ'.repeat(39)}…`)
  })

  test('is not cut after a blank', () => {
    expect(shown(`${'æ'.repeat(38)} ${'ø'.repeat(20)}`)).toBe(`${'æ'.repeat(38)}…`)
  })

  test('is cut between what the reader takes for characters', () => {
    const family = '👨‍👩‍👧'
    expect(shown(family.repeat(50))).toBe(`${family.repeat(39)}…`)
    expect(shown('a\u030a'.repeat(50))).toBe(`${'a\u030a'.repeat(39)}…`)
  })
})
