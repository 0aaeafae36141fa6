import { describe, expect, test } from 'vitest'
import { handleplan } from '../../../db/model/template/built-in/handleplan.ts'
import { maalaftale } from '../../../db/model/template/built-in/maalaftale.ts'
import type { PastedBlock } from '../../../renderer/paste/blocks.ts'
import { readPlainText } from '../../../renderer/paste/read-plain-text.ts'
import { run } from '../../model/rich-text/shorthand.ts'
import { paste, under } from './pasted.ts'
import { bold, bullet, cell, goesOn, image, text } from './shorthand.ts'

describe('lists and lines', () => {
  test('levels are depths, and each level gets the type that the template offers first', () => {
    const list = [
      bullet(1, 'Velfærd'),
      bullet(2, 'Børn'),
      bullet(3, 'Flere læser'),
      bullet(2, 'Unge'),
      bullet(1, 'Vækst'),
    ]
    expect(paste(handleplan, list, under('maal-og-indsatser'))).toEqual({
      tree: [
        'theme: Velfærd',
        '  programme: Børn',
        '    indsats: Flere læser',
        '  programme: Unge',
        'theme: Vækst',
      ],
      notes: [],
    })
  })

  test('short paragraphs are rows, and a list below one stands under it', () => {
    const blocks = [text('Velfærd'), bullet(1, 'Børn'), bullet(1, 'Unge'), text('Vækst')]
    expect(paste(handleplan, blocks, under('maal-og-indsatser')).tree).toEqual([
      'theme: Velfærd',
      '  programme: Børn',
      '  programme: Unge',
      'theme: Vækst',
    ])
  })

  test('lines of plain text are rows by their tabs', () => {
    expect(
      paste(handleplan, readPlainText('Velfærd\n\tBørn\n\t\tFlere læser'), under('maal-og-indsatser')).tree,
    ).toEqual(['theme: Velfærd', '  programme: Børn', '    indsats: Flere læser'])
  })

  test('lines that hard breaks set apart are rows', () => {
    const blocks = [text('Velfærd', { type: 'break' }, 'Vækst')]
    expect(paste(handleplan, blocks, under('maal-og-indsatser')).tree).toEqual([
      'theme: Velfærd',
      'theme: Vækst',
    ])
  })

  test('a long paragraph is text of the row before it', () => {
    const long = `${'Alle skoler arbejder med læsning. '.repeat(8)}Slut.`
    expect(paste(handleplan, [text('Flere læser'), text(long)], under('maal-og-indsatser')).tree).toEqual([
      'theme: Flere læser',
      `  = ${long}`,
    ])
  })

  test('a long first paragraph gets its first sentence as title and stays whole as text', () => {
    const long = `Alle børn læser hver dag. ${'Skolerne arbejder sammen om læsning. '.repeat(6)}Slut.`
    expect(paste(handleplan, [text(long)], under('maal-og-indsatser')).tree).toEqual([
      'theme: Alle børn læser hver dag',
      `  = ${long}`,
    ])
  })

  test('a bold lead-in is the title, the rest is text', () => {
    const blocks = [bullet(1, bold('Flere læser:'), ' Alle skoler får en vejleder.')]
    expect(paste(handleplan, blocks, under('maal-og-indsatser')).tree).toEqual([
      'theme: Flere læser',
      '  = Alle skoler får en vejleder.',
    ])
  })

  test('what goes on in an item is its text', () => {
    const blocks = [bullet(1, 'Flere læser'), goesOn(1, 'Det begynder i 2027.')]
    expect(paste(handleplan, blocks, under('maal-og-indsatser')).tree).toEqual([
      'theme: Flere læser',
      '  = Det begynder i 2027.',
    ])
  })

  test('a level that may not stand there is raised to the deepest place that may hold it', () => {
    const list = [bullet(1, 'Flere læser'), bullet(2, 'Vejledere på alle skoler'), bullet(1, 'Trivsel')]
    expect(paste(maalaftale, list, under('egne-bidrag'))).toEqual({
      tree: ['bidrag: Flere læser', 'bidrag: Vejledere på alle skoler', 'bidrag: Trivsel'],
      notes: [{ kind: 'raised', titles: ['Vejledere på alle skoler'] }],
    })
  })

  test('beside a row of some type, rows of that type come first', () => {
    const list = [bullet(1, 'Flere læser')]
    const target = { ...under('egne-bidrag'), siblingType: 'indsats' as const }
    expect(paste(maalaftale, list, target).tree).toEqual(['indsats: Flere læser'])
    expect(paste(maalaftale, list, { ...target, siblingType: 'theme' }).tree).toEqual(['bidrag: Flere læser'])
  })

  test('lines with a time below what is measured are milestones', () => {
    const list = [
      bullet(1, 'Flere læser'),
      bullet(2, 'Fælles ramme vedtaget, 3. kvartal 2027'),
      bullet(2, 'Ultimo 2027: Alle teams er med'),
    ]
    expect(paste(maalaftale, list, under('egne-bidrag')).tree).toEqual([
      'bidrag: Flere læser',
      '  milestone: Fælles ramme vedtaget | whenText 3. kvartal 2027',
      '  milestone: Alle teams er med | whenText Ultimo 2027',
    ])
  })

  test('under a bidrag, where nothing else may stand, lines are milestones', () => {
    const blocks = [text('Ramme vedtaget'), text('Alle er med, maj 2028')]
    expect(paste(maalaftale, blocks, { parent: { type: 'bidrag' } }).tree).toEqual([
      'milestone: Ramme vedtaget',
      'milestone: Alle er med | whenText maj 2028',
    ])
  })

  test('beside an indicator, lines are indicators', () => {
    const target = { parent: { type: 'bidrag' as const }, siblingType: 'indicator' as const }
    expect(paste(maalaftale, [text('Trivsel: fra 3,4 til 4,0 ultimo 2028')], target).tree).toEqual([
      'indicator: Trivsel | baseline 3,4 | target 4,0 | whenText ultimo 2028',
    ])
  })

  test('cells of a spreadsheet are rows, their further cells text', () => {
    const table: PastedBlock = {
      kind: 'table',
      rows: [
        [cell('Flere læser'), cell('Skolechefen')],
        [cell('Trivsel'), cell('')],
      ],
    }
    expect(paste(handleplan, [table], under('maal-og-indsatser'))).toEqual({
      tree: ['theme: Flere læser', '  = Skolechefen', 'theme: Trivsel'],
      notes: [{ kind: 'tables-as-text', count: 1 }],
    })
    expect(
      paste(maalaftale, [{ kind: 'table', rows: [[cell('Ramme vedtaget'), cell('maj 2027')]] }], {
        parent: { type: 'bidrag' },
      }).tree,
    ).toEqual(['milestone: Ramme vedtaget | whenText maj 2027'])
  })

  test('pictures and links that are lost are told of', () => {
    const blocks = [image, bullet(1, run('Flere læser', { link: 'https://a.dk' })), image]
    expect(paste(handleplan, blocks, under('maal-og-indsatser')).notes).toEqual([
      { kind: 'links-in-titles', count: 1 },
      { kind: 'pictures', count: 2 },
    ])
  })

  test('where nothing may stand nothing is proposed', () => {
    expect(paste(maalaftale, [text('Flere læser')], { parent: { type: 'milestone' } })).toEqual({
      tree: [],
      notes: [{ kind: 'no-place' }],
    })
  })

  test('more rows than one paste may hold are refused', () => {
    const list = Array.from({ length: 10_001 }, () => bullet(1, 'Punkt'))
    expect(paste(handleplan, list).notes).toEqual([{ kind: 'too-many', count: 10_001, most: 10_000 }])
  })

  test('nothing pasted is nothing proposed', () => {
    expect(paste(handleplan, [])).toEqual({ tree: [], notes: [] })
  })
})
