// @vitest-environment happy-dom

import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { maalaftale } from '../../../db/model/template/built-in/maalaftale.ts'
import { PastePreview, type PastePreviewProps } from '../../../renderer/paste/paste-preview.tsx'
import { noteText } from '../../../renderer/paste/preview-rows.ts'
import { readWordHtml } from '../../../renderer/paste/read-word-html.ts'
import { toOutline } from '../../../renderer/paste/to-outline.ts'
import { bidragPage } from './agreement-sheet.ts'

// Animations of happy-dom reject when a test ends before them; without them Fluent shows its dialogs at once.
Object.defineProperty(Element.prototype, 'animate', { value: undefined })

afterEach(cleanup)

const proposal = toOutline(readWordHtml(bidragPage), {
  template: maalaftale,
  parent: { type: 'section', sectionKey: 'egne-bidrag' },
})

const show = (more: Partial<PastePreviewProps> = {}) => {
  const props = {
    proposal,
    target: { under: 'Egne bidrag', after: 'Flere læser' },
    template: maalaftale,
    onInsert: vi.fn(),
    onCancel: vi.fn(),
    ...more,
  }
  const view = render(
    <FluentProvider theme={webLightTheme}>
      <PastePreview {...props} />
    </FluentProvider>,
  )
  return { ...props, ...view }
}

describe('the preview of what is pasted', () => {
  test('says what lands where, with types, words, rows and times', () => {
    show()
    expect(screen.getByText('4 rækker indsættes under »Egne bidrag«, efter »Flere læser«.')).toBeTruthy()
    const items = screen.getAllByRole('listitem').map((item) => item.firstChild?.textContent)
    expect(items).toEqual([
      'En stærk organisation – faglige fællesskaber Bidrag · 50 ord · Ophav, Beskrivelse, Afsæt, Problem, Målgruppe, Effekt, Milepæle, Organisering, Rapportering · Koordinator: Center for Politik & Personale',
      'Trivselsmåling, faglig sparring Parameter · ultimo 2028',
      'Fælles ramme vedtaget Milepæl · 3. kvartal 2027',
      'Alle teams har afprøvet rammen Milepæl · Ultimo 2028 · Skolechefen',
    ])
  })

  test('Enter inserts, wherever in the dialog the focus is', async () => {
    const { onInsert } = show()
    screen.getByRole('group', { name: 'Rækker, der indsættes' }).focus()
    await userEvent.keyboard('{Enter}')
    expect(onInsert).toHaveBeenCalledTimes(1)
    screen.getByRole('button', { name: 'Indsæt' }).focus()
    await userEvent.keyboard('{Enter}')
    expect(onInsert).toHaveBeenCalledTimes(2)
  })

  test('Escape and the button leave the plan as it is', async () => {
    const { onCancel, onInsert } = show()
    await userEvent.keyboard('{Escape}')
    await userEvent.click(screen.getByRole('button', { name: 'Annullér' }))
    expect(onCancel).toHaveBeenCalledTimes(2)
    expect(onInsert).not.toHaveBeenCalled()
  })

  test('the focus returns to where it was', () => {
    const row = document.body.appendChild(document.createElement('button'))
    row.focus()
    const { unmount } = show()
    screen.getByRole('button', { name: 'Indsæt' }).focus()
    unmount()
    expect(document.activeElement).toBe(row)
    row.remove()
  })

  test('where nothing may be inserted it says why, and cannot insert', async () => {
    const { onInsert } = show({ proposal: { nodes: [], notes: [{ kind: 'no-place' }] } })
    expect(screen.getByText('Der er ingen rækker at indsætte.')).toBeTruthy()
    expect(screen.getByText(noteText({ kind: 'no-place' }))).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Indsæt' }))
    expect(onInsert).not.toHaveBeenCalled()
  })

  test('a very long tree is shown by its beginning', () => {
    const nodes = Array.from({ length: 5000 }, (_, index) => ({
      type: 'bidrag' as const,
      title: `B ${index}`,
      children: [],
    }))
    show({ proposal: { nodes, notes: [] }, target: { under: null, after: null } })
    expect(screen.getByText('5.000 rækker indsættes øverst i dispositionen.')).toBeTruthy()
    expect(screen.getAllByRole('listitem')).toHaveLength(400)
    expect(screen.getByText('… og 4.600 rækker til')).toBeTruthy()
  })

  test('hinders nobody', async () => {
    const { baseElement } = show()
    // Colours and sizes need a browser that lays out the page.
    const { violations } = await axe.run(baseElement, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})

describe('notes', () => {
  test.each([
    [{ kind: 'pictures', count: 1 }, '1 billede blev ikke indsat.'],
    [{ kind: 'pictures', count: 2 }, '2 billeder blev ikke indsat.'],
    [{ kind: 'raised', titles: ['A'] }, '»A« kan ikke stå så dybt i denne plan og rykkes ud.'],
    [{ kind: 'raised', titles: ['A', 'B'] }, '»A« og »B« kan ikke stå så dybt i denne plan og rykkes ud.'],
    [
      { kind: 'kept-as-text', titles: ['A', 'B', 'C', 'D', 'E'] },
      'Tekst, som ikke har sin egen plads, sættes øverst i »A«, »B«, »C« og 2 til.',
    ],
    [{ kind: 'text-in-row', label: 'Ophav', titles: ['A'] }, 'Teksten under »A« sættes i »Ophav«.'],
    [
      { kind: 'unknown-rows', labels: ['Risici'] },
      'Skabelonen har ingen rækker, der hedder »Risici«. Teksten følger med under sin overskrift.',
    ],
    [{ kind: 'tables-as-text', count: 1 }, '1 tabel sættes ind som tekst.'],
    [{ kind: 'links-in-titles', count: 3 }, '3 links i titler bliver til almindelig tekst.'],
    [{ kind: 'retyped', titles: ['A'] }, '»A« får en anden type i denne plan.'],
    [
      { kind: 'too-many', count: 12_000, most: 10_000 },
      'Der er 12.000 rækker, og der kan indsættes 10.000 ad gangen. Kopiér en mindre del.',
    ],
  ] as const)('%o', (note, sentence) => {
    expect(noteText(note)).toBe(sentence)
  })
})
