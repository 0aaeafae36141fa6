import { describe, expect, test } from 'vitest'
import { tableNames } from '../../db/model/records.ts'
import { lossReasons, type Salvaged } from '../../db/model/salvage.ts'
import { lossSentence, salvageSummary } from '../../db/model/texts/salvage.ts'

const whole: Salvaged = {
  whole: true,
  plans: 1,
  nodes: 1200,
  texts: 1,
  losses: [],
  unreadable: 0,
  complete: true,
  sameWorkbook: true,
}
const loss = { table: 'field', name: 'Flere børn', why: 'plain' } as const

describe('what came of salvaging', () => {
  test.each<[string, Partial<Salvaged>, readonly string[]]>([
    ['everything', {}, ['Alt er med, også historikken.']],
    ['the history', { whole: false }, ['Alle planer og tekster er med; historikken er ikke.']],
    [
      'something that can be named',
      { whole: false, complete: false, losses: [loss] },
      ['Historikken er ikke med.', 'Ikke som før (1):'],
    ],
    [
      'something that nobody can name',
      { whole: false, complete: false, unreadable: 2 },
      [
        'Historikken er ikke med.',
        'Filen har 2 dele, som ikke kunne læses; hvad der stod der, vides ikke.',
        'Noget mangler eller er ændret, siden projektmappen blev gemt, men hvad det er, kan ikke ses. Sammenlign med en tidligere kopi.',
      ],
    ],
    [
      'the mark of the workbook',
      { whole: false, sameWorkbook: false },
      [
        'Alle planer og tekster er med; historikken er ikke.',
        'Den nye projektmappe kan ikke flettes med andre kopier af den gamle, for dens kendetegn kunne ikke læses.',
      ],
    ],
  ])('where %s is at stake', (_what, salvaged, lines) => {
    const [counts, ...others] = salvageSummary({ ...whole, ...salvaged })
    expect(counts).toBe('Reddet: 1 plan, 1.200 rækker, 1 tekst.')
    expect(others).toEqual(lines)
  })
})

describe('what is not as it was', () => {
  test('has a sentence for every table and every reason', () => {
    const sentences = tableNames.flatMap((table) =>
      lossReasons.map((why) => lossSentence({ table, name: 'Flere børn', why })),
    )
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÆØÅ][^»]* »Flere børn« .+\.$/)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  test('needs no name', () => {
    expect(lossSentence({ table: 'link', name: '', why: 'unusable' })).toBe(
      'Henvisning kunne ikke bruges og er ikke med.',
    )
  })
})
