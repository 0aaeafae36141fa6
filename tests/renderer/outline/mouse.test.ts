// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { describe, expect, onTestFinished, test } from 'vitest'
import { offerFocus, putFocus, type Wish } from '../../../renderer/state/focus.ts'
import { useView } from '../../../renderer/state/view.ts'
import { useWorkbook } from '../../../renderer/state/workbook.ts'
import { type ShownOutline, settled, showOutline } from '../support/render-outline.tsx'
import { drawing } from './shorthand.ts'

const agreement = `
  S Koordinerende (koordinerende-rolle)
    I Læsning
      m Læsevejledere
    I Overgange
  S Egne (egne-bidrag)
    B Fællesskaber`

const ROW = 32
const INDENT = 18
/** Where the list begins in the window. */
const TOP = 100

/** Drags a row to a gap: so many rows lie above it, and the pointer asks for a level. */
async function drag(
  shown: ShownOutline,
  title: string,
  { gap, level }: { readonly gap: number; readonly level: number },
  end: 'drop' | 'escape' = 'drop',
): Promise<void> {
  const row = shown.row(title)
  const list = row.closest<HTMLElement>('[role="tree"]')
  if (!list) throw new Error('no list')
  list.getBoundingClientRect = () => new DOMRect(0, TOP, 400, 640)
  list.setPointerCapture = () => {}
  list.releasePointerCapture = () => {}
  const to = { clientX: 8 + 12 + (level - 1) * INDENT + 2, clientY: TOP + gap * ROW }
  fireEvent.pointerDown(row, { button: 0, pointerId: 1, clientX: 0, clientY: 0 })
  fireEvent.pointerMove(window, { pointerId: 1, clientX: 10, clientY: 10 })
  fireEvent.pointerMove(window, { pointerId: 1, ...to })
  await settled()
  if (end === 'escape') fireEvent.keyDown(window, { key: 'Escape' })
  fireEvent.pointerUp(window, { pointerId: 1, ...to })
  await settled()
}

describe('dragging', () => {
  test('moves the row with all below it to where the line is, and tells of it', async () => {
    const shown = await showOutline(agreement)
    await drag(shown, 'I Læsning', { gap: 6, level: 2 })
    expect(shown.plan()).toBe(
      drawing(`
        S Koordinerende
          I Overgange
        S Egne
          B Fællesskaber
          I Læsning
            m Læsevejledere`),
    )
    expect(shown.notice()).toBe('Flyttet »I Læsning« til »S Egne«')
    expect(shown.focus()).toBe('I Læsning')
  })

  test('takes all selected rows along', async () => {
    const shown = await showOutline(agreement)
    await shown.user.click(shown.row('I Læsning'))
    await shown.press('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    await drag(shown, 'I Læsning', { gap: 6, level: 2 })
    expect(shown.plan()).toBe(
      drawing(`
        S Koordinerende
        S Egne
          B Fællesskaber
          I Læsning
            m Læsevejledere
          I Overgange`),
    )
  })

  test('Escape gives it up', async () => {
    const shown = await showOutline(agreement)
    await drag(shown, 'I Læsning', { gap: 6, level: 2 }, 'escape')
    expect(shown.program.commands).toEqual([])
    expect(document.querySelector('[data-drop]')).toBeNull()
  })

  test('is refused where the template does not let it stand, with the reason', async () => {
    const shown = await showOutline(agreement)
    await drag(shown, 'm Læsevejledere', { gap: 5, level: 2 })
    expect(shown.program.commands).toEqual([])
    expect(shown.notice()).toBe('Milepæl kan ikke stå under »S Egne«')
  })
})

describe('clicking', () => {
  test('a row takes the focus; its title, clicked again, is edited', async () => {
    const { user, row, focus } = await showOutline(agreement)
    const title = () => row('I Overgange').querySelector('[data-part="title"]') ?? document.body
    await user.click(title())
    expect(focus()).toBe('I Overgange')
    await user.click(title())
    expect(focus()).toContain('I Overgange')
    expect(document.activeElement?.tagName).toBe('INPUT')
  })

  test('among several selected rows, one click leaves that one', async () => {
    const { user, row, press, selected } = await showOutline(agreement)
    await user.click(row('I Læsning'))
    await press('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    await user.click(row('m Læsevejledere'))
    expect(selected()).toEqual(['m Læsevejledere'])
  })

  test('elsewhere, editing ends and what was typed is kept', async () => {
    const { user, row, press, plan } = await showOutline(agreement)
    await user.click(row('I Overgange'))
    await press('{F2}', '!')
    await user.click(row('S Egne'))
    await settled()
    expect(plan()).toContain('I Overgange!')
  })
})

describe('the menus', () => {
  test('a right click on a row offers what can be done with it, each with its key', async () => {
    const { row, focus, user, plan } = await showOutline(agreement)
    fireEvent.contextMenu(row('I Overgange'), { clientX: 40, clientY: 40 })
    await settled()
    const item = screen.getByRole('menuitem', { name: /Slet række/ })
    expect(item.textContent).toContain('Delete')
    await user.click(item)
    await settled()
    expect(plan()).not.toContain('I Overgange')
    expect(focus()).toBe('S Egne')
  })

  test('what cannot be done is grey', async () => {
    const { row } = await showOutline(agreement)
    fireEvent.contextMenu(row('m Læsevejledere'), { clientX: 40, clientY: 40 })
    await settled()
    const item = screen.getByRole('menuitem', { name: /Ny underrække/ })
    expect(item.getAttribute('aria-disabled')).toBe('true')
  })

  test('the plus offers the types that may stand below the row and after it', async () => {
    const { user, row, plan } = await showOutline(agreement)
    await user.click(row('S Egne'))
    await user.click(screen.getByRole('button', { name: 'Ny række' }))
    const items = screen.getAllByRole('menuitem').map((item) => item.textContent)
    expect(items).toEqual(['Bidrag', 'Afsnit', 'Indsats', 'Afsnit', 'Indsats', 'Bidrag'])
    await user.click(screen.getAllByRole('menuitem')[0] ?? document.body)
    await user.keyboard('B Nyt')
    await settled()
    await user.keyboard('{Escape}')
    await settled()
    expect(plan()).toContain('  B Fællesskaber\n  B Nyt')
  })
})

describe('focus from elsewhere', () => {
  const idOf = (title: string): string => {
    const nodes = useWorkbook.getState().mirror?.nodes.values() ?? []
    return [...nodes].find((node) => node.title === title)?.id ?? ''
  }

  test('comes to a row that was folded away, or to the caret in its title', async () => {
    const { user, row, press, focus } = await showOutline(agreement)
    await user.click(row('S Koordinerende'))
    await press('{ArrowLeft}')
    act(() => putFocus({ nodeId: idOf('I Læsning'), place: 'title@4' }))
    expect(focus()).toBe('[I Læ|sning]')
  })

  test('for a node that is gone, comes to the current row', async () => {
    const { user, row, focus } = await showOutline(agreement)
    await user.click(row('S Egne'))
    await user.click(screen.getByRole('textbox', { name: 'Filtrér dispositionen' }))
    act(() => putFocus({ nodeId: 'gone', place: 'row' }))
    expect(focus()).toBe('S Egne')
  })

  test('Shift+Enter asks for the first text of the form, and editing ends', async () => {
    const { user, row, press } = await showOutline(agreement)
    const wishes: Wish[] = []
    onTestFinished(offerFocus('field', (wish) => wishes.push(wish)))
    await user.click(row('S Egne'))
    await press('{F2}', '{Shift>}{Enter}{/Shift}')
    expect(wishes).toEqual([{ nodeId: idOf('S Egne'), place: 'field:' }])
    expect(useView.getState().outline.editing).toBe(false)
  })
})

describe('a screen reader', () => {
  test('hears title, kind and badges, and where the row stands', async () => {
    const { row } = await showOutline(agreement)
    const item = row('I Læsning')
    expect(item.textContent).toContain('I Læsning, Indsats')
    expect(item.textContent).toContain('7 felter mangler')
    const said = ['level', 'setsize', 'posinset', 'expanded'].map((name) => item.getAttribute(`aria-${name}`))
    expect(said).toEqual(['2', '2', '1', 'true'])
    expect(row('m Læsevejledere').getAttribute('aria-expanded')).toBeNull()
  })
})
