import { expect, test } from 'vitest'
import { bidragPage } from '../../renderer/paste/agreement-sheet.ts'
import { wordItem, wordPage, wordParagraph } from '../../renderer/paste/word-html.ts'
import { agreement } from '../support/agreement.ts'
import { type Scene, story } from '../support/story.ts'

const plan = `
Indledning
Koordinerende rolle
  Trivsel
Egne bidrag
  Fællesskaber`.trim()

const list = wordPage(
  wordItem('Læsning', 1, '·') +
    wordItem('Læsebånd', 2, 'o') +
    wordItem('Makkerlæsning', 2, 'o') +
    wordItem('Overgange', 1, '·'),
)

const chapter = wordPage(
  `<h1>St&aelig;rke overgange<o:p></o:p></h1>
${wordParagraph('Børn skal møde <b>kendte voksne</b>:')}
${wordItem('i dagtilbud', 1, '·')}${wordItem('i skolen', 1, '·')}
<h2>Brobygning<o:p></o:p></h2>
${wordParagraph('Alle børn besøger skolen tre gange.')}`,
)

test('a list from Word becomes rows, after she has seen which; one undo takes them back', async () => {
  const scene = await start()
  const { page, press, goTo, sees, focused, row } = scene
  await goTo('Trivsel')
  await pasteFromWord(scene, list)
  const preview = page.getByRole('dialog', { name: 'Indsæt fra Word' })
  await preview.getByText('4 rækker indsættes under »Koordinerende rolle«, efter »Trivsel«.').waitFor()
  expect(await preview.getByRole('listitem').allInnerTexts()).toMatchObject([
    expect.stringContaining('Læsning'),
    expect.stringContaining('Læsebånd'),
    expect.stringContaining('Makkerlæsning'),
    expect.stringContaining('Overgange'),
  ])
  await press('Escape')
  await focused(row('Trivsel'))
  expect(await scene.outline()).toBe(plan)

  await pasteFromWord(scene, list)
  await preview.waitFor()
  await press('Enter')
  await sees(
    `
Indledning
Koordinerende rolle
  Trivsel
  Læsning
    Læsebånd
    Makkerlæsning
  Overgange
Egne bidrag
  Fællesskaber`.trim(),
  )
  await focused(row('Læsning'))
  await scene.notice().getByText('Sat ind: 2 rækker').waitFor()
  await press('Control+z')
  await sees(plan)
})

test('headings from Word become sections with the text below them', async () => {
  const scene = await start()
  await scene.goTo('Indledning')
  await pasteFromWord(scene, chapter)
  await scene.page.getByRole('dialog', { name: 'Indsæt fra Word' }).waitFor()
  await scene.press('Enter')
  await scene.row('Brobygning').waitFor()
  await scene.saved()
  expect(scene.below('Indledning')).toEqual([
    {
      type: 'section',
      title: 'Stærke overgange',
      text: 'Børn skal møde **kendte voksne**:\n\n- i dagtilbud\n- i skolen',
      children: [{ type: 'section', title: 'Brobygning', text: 'Alle børn besøger skolen tre gange.' }],
    },
  ])
})

test('an agreement sheet from Word fills the rows of a bidrag', async () => {
  const scene = await start()
  await scene.goTo('Fællesskaber')
  await pasteFromWord(scene, bidragPage)
  await scene.page.getByRole('dialog', { name: 'Indsæt fra Word' }).waitFor()
  await scene.press('Enter')
  await scene.row('En stærk organisation').waitFor()
  await scene.saved()
  expect(scene.below('Egne bidrag')).toEqual([
    { type: 'bidrag', title: 'Fællesskaber' },
    {
      type: 'bidrag',
      title: 'En stærk organisation – faglige fællesskaber',
      coordinators: ['Center for Politik & Personale'],
      fields: {
        ophav: 'Direktionens målaftale, *understøttende indsats*',
        beskrivelse:
          'Centret samler lærere og pædagoger:\n\n- én fast time om ugen\n  - på alle skoler\n- sparring på tværs',
        afsaet: 'Udvalgsstrategiens mål.\n\nOg en undersøgelse fra 2025.',
        problem: 'Praksis udvikles for lidt i fællesskab.',
        maalgruppe: 'Medarbejdere og teamledere',
        effekt: 'Medarbejderne lykkes sammen.',
        milepaele: 'Rammen justeres undervejs. Det sker i fællesskab.',
        organisering: 'Skolechefen er tovholder.',
        rapportering: 'Halvårligt',
      },
      indicators: [
        { title: 'Trivselsmåling, faglig sparring', baseline: '3,4', target: '4,0', when: 'ultimo 2028' },
      ],
      milestones: [
        { title: 'Fælles ramme vedtaget', when: '3. kvartal 2027' },
        { title: 'Alle teams har afprøvet rammen', when: 'Ultimo 2028', responsible: 'Skolechefen' },
      ],
    },
  ])
})

test('one line goes into the title that she edits, and lists into a text stay lists', async () => {
  const scene = await start()
  const { page, press, goTo, sees } = scene
  await onClipboard(scene, wordPage(wordParagraph('og <b>venskaber</b>')), 'og venskaber\r\n')
  await goTo('Trivsel')
  await press('F2', ' ', 'Control+v')
  await sees(plan.replace('Trivsel', 'Trivsel og venskaber'))

  await onClipboard(scene, list, 'Læsning\r\nLæsebånd')
  await press('Shift+Enter')
  await page.getByRole('textbox', { name: 'Ophav' }).and(page.locator(':focus')).waitFor()
  await press('Control+v')
  await page.getByRole('textbox', { name: 'Ophav' }).getByText('Makkerlæsning').waitFor()
  await scene.saved()
  expect(scene.below('Koordinerende rolle')).toEqual([
    {
      type: 'indsats',
      title: 'Trivsel og venskaber',
      fields: { ophav: '- Læsning\n  - Læsebånd\n  - Makkerlæsning\n- Overgange' },
    },
  ])
})

test('rows that she copies are pasted with all that they hold', async () => {
  const scene = await start()
  const { press, type, goTo, sees } = scene
  await goTo('Trivsel')
  await press('Shift+Enter')
  await type('Budgetaftalen')
  await press('Escape', 'Escape')
  await scene.saved()
  await press('Control+c', 'Control+v')
  await sees(plan.replace('  Trivsel', '  Trivsel\n  Trivsel'))
  await scene.saved()
  const trivsel = { type: 'indsats', title: 'Trivsel', fields: { ophav: 'Budgetaftalen' } }
  expect(scene.below('Koordinerende rolle')).toEqual([trivsel, trivsel])
})

interface Opened extends Scene {
  /** What the file holds below the section with this title. */
  below(section: string): unknown
}

async function start(): Promise<Opened> {
  const { start: launch, plans } = story({ written: [agreement(plan)] })
  const scene = await launch()
  await scene.open('Målaftale')
  const below = (section: string) => plans()[0]?.plan.outline.find(({ title }) => title === section)?.children
  return { ...scene, below }
}

async function pasteFromWord(scene: Scene, html: string): Promise<void> {
  await onClipboard(scene, html, '')
  await scene.press('Control+v')
}

/** Puts there what Word would, by the copying of the browser itself. */
async function onClipboard({ page, press }: Scene, html: string, text: string): Promise<void> {
  await page.evaluate(
    (content) => {
      const put = (event: ClipboardEvent) => {
        for (const [type, data] of Object.entries(content)) event.clipboardData?.setData(type, data)
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      window.addEventListener('copy', put, { capture: true, once: true })
    },
    { 'text/html': html, 'text/plain': text },
  )
  await press('Control+c')
}
