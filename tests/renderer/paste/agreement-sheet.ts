import { wordItem, wordPage, wordParagraph, wordTable } from './word-html.ts'

/** A whole bidrag as it stands in a municipality's agreement: turned side labels, some of them broken; labels as people write them. */

const label = (text: string) => wordParagraph(`<b><span style='font-size:10.0pt'>${text}</span></b>`)
const side = (text: string) =>
  wordParagraph(`<b>${text}</b>`, "class=MsoNormal align=center style='margin-left:5.65pt;text-align:center'")

type Row = readonly [label: string, html: string]

const group = (name: string, rows: readonly Row[]) =>
  rows.map(([text, html], index) => [
    ...(index === 0 ? [{ html: side(name), rows: rows.length, turned: true }] : []),
    { html: label(text) },
    { html },
  ])

export const bidragTable = wordTable([
  ...group('Ind<br>sats', [
    ['Titel', wordParagraph('En stærk organisation – faglige fællesskaber')],
    ['Ophav:', wordParagraph('Direktionens målaftale, <i>understøttende indsats</i>')],
    ['KOORDINATOR', wordParagraph('Center for Politik &amp; Personale')],
  ]),
  ...group('Bidrag', [
    [
      'Beskriv&shy;else',
      wordParagraph('Centret samler lærere og pædagoger:') +
        wordItem('én fast time om ugen', 1, '·') +
        wordItem('på alle skoler', 2, 'o') +
        wordItem('sparring på tværs', 1, '·'),
    ],
    ['Af-<br>sæt', wordParagraph('Udvalgsstrategiens mål.') + wordParagraph('Og en undersøgelse fra 2025.')],
  ]),
  ...group('Effe kt', [
    ['Problem', wordParagraph('Praksis udvikles for lidt i fællesskab.')],
    ['Mål&shy;gruppe', wordParagraph('Medarbejdere og teamledere')],
    ['Effekt (hvad opnås)', wordParagraph('Medarbejderne lykkes sammen.')],
    ['Parametre', wordItem('Trivselsmåling, faglig sparring: fra 3,4 til 4,0 ultimo 2028', 1, '·')],
    [
      'Milepæle',
      wordItem('Fælles ramme vedtaget, 3. kvartal 2027', 1, '·') +
        wordItem('Ultimo 2028: Alle teams har afprøvet rammen (ansvarlig: Skolechefen)', 1, '·') +
        wordParagraph('Rammen justeres undervejs. Det sker i fællesskab.'),
    ],
  ]),
  ...group('Andet', [
    ['Organi<br>sering', wordParagraph('Skolechefen er tovholder.')],
    ['Økonomi', wordParagraph('<o:p>&nbsp;</o:p>')],
    ['Rapportering', wordParagraph('Halvårligt')],
  ]),
])

export const bidragPage = wordPage(bidragTable)
