import { describe, expect, test } from 'vitest'
import { handleplan } from '../../../db/model/template/built-in/handleplan.ts'
import { kommissorium } from '../../../db/model/template/built-in/kommissorium.ts'
import { maalaftale } from '../../../db/model/template/built-in/maalaftale.ts'
import { strategiplan } from '../../../db/model/template/built-in/strategiplan.ts'
import type { PastedBlock } from '../../../renderer/paste/blocks.ts'
import { paste, under } from './pasted.ts'
import { bold, bullet, cell, goesOn, heading, text } from './shorthand.ts'

describe('headings', () => {
  test('give the depth, and paragraphs below them are their text', () => {
    const blocks = [
      heading(1, 'Velfærd'),
      text('Vi vil mere.'),
      heading(2, 'Børn'),
      text('De yngste først.'),
      bullet(1, 'Fra 0 til 6 år'),
    ]
    expect(paste(handleplan, [...blocks, heading(1, 'Vækst')], under('formaal')).tree).toEqual([
      'section: Velfærd',
      '  = Vi vil mere.',
      '  section: Børn',
      '    = De yngste først.\n\n- Fra 0 til 6 år',
      'section: Vækst',
    ])
  })

  test("sections of the template are known by their titles, with the template's own children", () => {
    const blocks = [
      heading(1, 'MÅL OG INDSATSER'),
      heading(2, 'Velfærd'),
      heading(3, 'Børn'),
      text(bold('Flere læser:'), ' Alle skoler får en vejleder.'),
      bullet(1, 'fra august 2027'),
      text(bold('Trivsel.'), ' Alle børn har en ven.'),
    ]
    expect(paste(handleplan, blocks).tree).toEqual([
      'section [maal-og-indsatser]: Mål og indsatser',
      '  theme: Velfærd',
      '    programme: Børn',
      '      indsats: Flere læser',
      '        = Alle skoler får en vejleder.\n\n- fra august 2027',
      '      indsats: Trivsel',
      '        = Alle børn har en ven.',
    ])
  })

  test("a section that the plan has already is pasted as the user's own", () => {
    expect(paste(handleplan, [heading(1, '1. Formål'), heading(1, 'Formål')]).tree).toEqual([
      'section [formaal]: Formål',
      'section: Formål',
    ])
    expect(paste(handleplan, [heading(1, 'Formål')], { sections: ['formaal'] }).tree).toEqual([
      'section: Formål',
    ])
  })

  test('an annex is known by its lead, which the document sets itself', () => {
    const blocks = [heading(1, 'Bilag 1: Mulige organisatoriske indsatser'), heading(1, 'Bilag B – Tidsplan')]
    expect(paste(kommissorium, blocks).tree).toEqual([
      'section (annex) [bilag-indsatser]: Mulige organisatoriske indsatser',
      'section (annex): Tidsplan',
    ])
  })

  test('a heading may say its type', () => {
    const blocks = [heading(1, 'Udviklingsområde 2: Børn og unge'), heading(2, 'Program – Læsning')]
    expect(paste(strategiplan, blocks).tree).toEqual(['theme: Børn og unge', '  programme: Læsning'])
  })

  test('bullets are rows where the template prints rows as bullets', () => {
    const blocks = [
      heading(1, 'Program: Læsning'),
      text('Alle børn læser.'),
      bullet(1, 'Vejledere på alle skoler'),
      bullet(1, 'Bøger hjem'),
    ]
    expect(paste(strategiplan, blocks, under('udviklingsomraader')).tree).toEqual([
      'programme: Læsning',
      '  = Alle børn læser.',
      '  indsats: Vejledere på alle skoler',
      '  indsats: Bøger hjem',
    ])
  })

  test('a list alone under a heading is rows, unless they would be sections', () => {
    const blocks = [
      heading(1, 'Egne bidrag'),
      bullet(1, 'Flere læser'),
      heading(1, 'Formål'),
      bullet(1, 'at alle læser'),
    ]
    expect(paste(maalaftale, blocks).tree).toEqual([
      'section [egne-bidrag]: Egne bidrag',
      '  bidrag: Flere læser',
      'section [formaal]: Formål',
      '  = - at alle læser',
    ])
  })

  test('text of a node whose form has no running text goes to its first row', () => {
    const blocks = [heading(1, 'Flere læser'), text('Byrådets vision.')]
    expect(paste(maalaftale, blocks, under('egne-bidrag'))).toEqual({
      tree: ['bidrag: Flere læser', '  ophav = Byrådets vision.'],
      notes: [{ kind: 'text-in-row', label: 'Ophav', titles: ['Flere læser'] }],
    })
  })

  test('headings that name rows of the form fill them, and side labels are none of the text', () => {
    const blocks = [
      heading(2, 'Flere læser'),
      heading(3, 'Indsats'),
      heading(3, 'Ophav'),
      text('Vision 2030'),
      heading(3, 'Effekt'),
      heading(4, 'Målgruppe:'),
      text('Børn'),
      heading(3, 'Milepæle'),
      bullet(1, 'Ramme vedtaget, maj 2027'),
    ]
    expect(paste(maalaftale, blocks, under('koordinerende-rolle'))).toEqual({
      tree: [
        'indsats: Flere læser',
        '  ophav = Vision 2030',
        '  maalgruppe = Børn',
        '  milestone: Ramme vedtaget | whenText maj 2027',
      ],
      notes: [],
    })
  })

  test('bold labels and lead-ins under a heading fill rows too, and say which form it is', () => {
    const blocks = [
      heading(1, 'Flere læser'),
      text(bold('Problem')),
      text('Hver fjerde læser sjældent.'),
      text(bold('Målgruppe:'), ' Børn'),
      text('Rapportering:'),
      text('Halvårligt'),
    ]
    expect(paste(maalaftale, blocks).tree).toEqual([
      'bidrag: Flere læser',
      '  problem = Hver fjerde læser sjældent.',
      '  maalgruppe = Børn',
      '  rapportering = Halvårligt',
    ])
  })

  test('labels below a lead-in fill the row that it is', () => {
    const blocks = [
      heading(1, 'Undertema: Børn'),
      text(bold('Flere læser:'), ' Alle skoler får en vejleder.'),
      text(bold('Parametre: Læselyst'), ': udgangspunkt 62 %, mål 75 %, ultimo 2028'),
      text(bold('Milepæle:')),
      bullet(1, bold('maj 2027'), ': Vejlederne er uddannet (ansvarlig: Skolechefen)'),
      text(bold('Trivsel:'), ' Alle børn har en ven.'),
    ]
    expect(paste(handleplan, blocks, under('maal-og-indsatser')).tree).toEqual([
      'programme: Børn',
      '  indsats: Flere læser',
      '    = Alle skoler får en vejleder.',
      '    indicator: Læselyst | unit % | baseline 62 | target 75 | whenText ultimo 2028',
      '    milestone: Vejlederne er uddannet | whenText maj 2027 | responsible Skolechefen',
      '  indsats: Trivsel',
      '    = Alle børn har en ven.',
    ])
  })

  test('labels below a bullet fill the row that it is, and deeper bullets are theirs', () => {
    const blocks = [
      heading(1, 'Program: Læsning'),
      text(bold('Ambition:'), ' Alle læser.'),
      bullet(1, 'Vejledere på alle skoler'),
      goesOn(1, bold('Milepæle:')),
      bullet(2, 'august 2027: De to første'),
      bullet(2, '2028: Alle'),
      bullet(1, 'Bøger hjem'),
    ]
    expect(paste(strategiplan, blocks, under('udviklingsomraader')).tree).toEqual([
      'programme: Læsning',
      '  ambition = Alle læser.',
      '  indsats: Vejledere på alle skoler',
      '    milestone: De to første | whenText august 2027',
      '    milestone: Alle | whenText 2028',
      '  indsats: Bøger hjem',
    ])
  })

  test('lead-ins with labels are rows also where the template offers sections first', () => {
    const blocks = [
      heading(1, 'Ledelse'),
      text(bold('Tæt på:'), ' Alle har en leder.'),
      text(bold('Milepæle:')),
      bullet(1, 'Planer er lagt, ultimo 2027'),
    ]
    expect(paste(handleplan, blocks).tree).toEqual([
      'section: Ledelse',
      '  indsats: Tæt på',
      '    = Alle har en leder.',
      '    milestone: Planer er lagt | whenText ultimo 2027',
    ])
  })

  test('labels under deeper headings do not make a form of the heading above them', () => {
    const blocks = [
      heading(1, 'Udviklingsområder 2027+'),
      heading(2, 'Børn'),
      heading(3, 'Læsning'),
      text(bold('Ambition:'), ' Alle læser.'),
      text(bold('Milepæle:')),
      bullet(1, 'Alle er med, 2028'),
    ]
    expect(paste(strategiplan, blocks).tree).toEqual([
      'section [udviklingsomraader]: Udviklingsområder 2027+',
      '  theme: Børn',
      '    programme: Læsning',
      '      ambition = Alle læser.',
      '      milestone: Alle er med | whenText 2028',
    ])
  })

  test('bold lines are headings where there are no others', () => {
    const blocks = [text(bold('Velfærd')), text('Vi vil mere.'), text(bold('Vækst')), text('Og endnu mere.')]
    expect(paste(handleplan, blocks, under('maal-og-indsatser')).tree).toEqual([
      'theme: Velfærd',
      '  = Vi vil mere.',
      'theme: Vækst',
      '  = Og endnu mere.',
    ])
  })

  test('what stands before the first heading is text of the first node', () => {
    const blocks = [text('Kære alle'), heading(1, 'Velfærd'), text('Vi vil mere.')]
    expect(paste(handleplan, blocks)).toEqual({
      tree: ['section: Velfærd', '  = Kære alle\n\nVi vil mere.'],
      notes: [{ kind: 'kept-as-text', titles: ['Velfærd'] }],
    })
  })

  test('a table without a form is text', () => {
    const table: PastedBlock = {
      kind: 'table',
      rows: [
        [cell('År'), cell('Beløb')],
        [cell('2027'), cell('4,2 mio. kr.')],
      ],
    }
    expect(paste(handleplan, [heading(1, 'Økonomi'), table])).toEqual({
      tree: ['section: Økonomi', '  = År | Beløb\n\n2027 | 4,2 mio. kr.'],
      notes: [{ kind: 'tables-as-text', count: 1 }],
    })
  })
})
