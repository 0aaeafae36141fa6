// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { type ShownOutline, settled, showOutline } from '../support/render-outline.tsx'
import { drawing } from './shorthand.ts'

/** Copying, cutting and pasting rows, on a real workbook. */

const agreement = `
  S Koordinerende (koordinerende-rolle)
    I Læsning
      m Læsevejledere
    I Overgange
  S Egne (egne-bidrag)
    B Fællesskaber`

const withText = (text: string): DataTransfer => {
  const clipboard = new DataTransfer()
  clipboard.setData('text/plain', text)
  return clipboard
}

/** Ctrl+X: the browser makes the event of copying when it is asked to. */
async function cut({ press }: ShownOutline, clipboard: DataTransfer): Promise<void> {
  document.execCommand = (command) =>
    document.body.dispatchEvent(
      new ClipboardEvent(command, { clipboardData: clipboard, bubbles: true, cancelable: true }),
    )
  await press('{Control>}x{/Control}')
}

/** Answers with whether the browser was kept from doing its own. */
async function fire(kind: 'copy' | 'paste', clipboardData: DataTransfer): Promise<boolean> {
  const event = new ClipboardEvent(kind, { clipboardData, bubbles: true, cancelable: true })
  act(() => {
    ;(document.activeElement ?? document.body).dispatchEvent(event)
  })
  await settled()
  return event.defaultPrevented
}

async function at(title: string, lines = agreement): Promise<ShownOutline> {
  const shown = await showOutline(lines)
  await shown.user.click(shown.row(title))
  return shown
}

describe('copy and paste', () => {
  test('a row with all below it, right after the current one, in one step', async () => {
    const { user, row, plan, focus, notice, program, press } = await at('I Læsning')
    const clipboard = new DataTransfer()
    await fire('copy', clipboard)
    expect(clipboard.getData('text/plain')).toBe('I Læsning\n\tm Læsevejledere')
    await user.click(row('I Overgange'))
    await fire('paste', clipboard)
    expect(plan()).toBe(
      drawing(`
        S Koordinerende
          I Læsning
            m Læsevejledere
          I Overgange
          I Læsning
            m Læsevejledere
        S Egne
          B Fællesskaber`),
    )
    expect(focus()).toBe('I Læsning')
    expect(notice()).toBe('Sat ind: »I Læsning«')
    expect(program.commands.map(({ type }) => type)).toEqual(['outline.paste'])
    await press('{Control>}z{/Control}')
    expect(plan().match(/I Læsning/g)).toHaveLength(1)
  })

  test('goes below a row of another type that may hold it', async () => {
    const { user, row, plan } = await at('B Fællesskaber', `${agreement}\n  S Mere`)
    const clipboard = new DataTransfer()
    await fire('copy', clipboard)
    await user.click(row('S Mere'))
    await fire('paste', clipboard)
    expect(plan()).toContain('S Mere\n  B Fællesskaber')
  })

  test('several rows are selected when they have come', async () => {
    const { press, selected, notice } = await at('I Læsning')
    await press('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    const clipboard = new DataTransfer()
    await fire('copy', clipboard)
    await press('{Escape}')
    await fire('paste', clipboard)
    expect(selected()).toEqual(['I Læsning', 'I Overgange'])
    expect(notice()).toBe('Sat ind: 2 rækker')
  })

  test('Ctrl+D makes a copy right after the row', async () => {
    const { press, plan, notice, focus } = await at('I Læsning')
    await press('{Control>}d{/Control}')
    expect(plan()).toContain('    m Læsevejledere\n  I Læsning\n    m Læsevejledere\n  I Overgange')
    expect(notice()).toBe('Dubleret »I Læsning«')
    expect(focus()).toBe('I Læsning')
  })
})

describe('cut and paste', () => {
  test('without the permission the user is told which key does it', async () => {
    const { press, notice } = await at('I Læsning')
    document.execCommand = () => false
    await press('{Control>}x{/Control}')
    expect(notice()).toBe('Tryk på Ctrl+X for at klippe')
  })

  test('moves the row itself, so that nothing that points to it is lost', async () => {
    const shown = await at('I Læsning')
    const { user, row, plan, program, notice, focus } = shown
    const clipboard = new DataTransfer()
    await cut(shown, clipboard)
    expect(notice()).toContain('Klippet »I Læsning«')
    expect(plan()).toContain('I Læsning')
    await user.click(row('S Egne'))
    await fire('paste', clipboard)
    expect(plan()).toBe(
      drawing(`
        S Koordinerende
          I Overgange
        S Egne
          B Fællesskaber
          I Læsning
            m Læsevejledere`),
    )
    expect(program.commands.map(({ type }) => type)).toEqual(['node.move'])
    expect(notice()).toBe('Flyttet »I Læsning« til »S Egne«')
    expect(focus()).toBe('I Læsning')
  })

  test('pasted where it stands, it stays', async () => {
    const shown = await at('I Læsning')
    const { plan, program } = shown
    const before = plan()
    const clipboard = new DataTransfer()
    await cut(shown, clipboard)
    await fire('paste', clipboard)
    expect(plan()).toBe(before)
    expect(program.commands).toEqual([])
  })

  test('pasted a second time, it is a copy', async () => {
    const shown = await at('I Læsning')
    const { user, row, plan } = shown
    const clipboard = new DataTransfer()
    await cut(shown, clipboard)
    await user.click(row('S Egne'))
    await fire('paste', clipboard)
    await fire('paste', clipboard)
    expect(plan().match(/I Læsning/g)).toHaveLength(2)
  })

  test('Escape gives it up', async () => {
    const shown = await at('I Læsning')
    const { press, user, row, plan } = shown
    const clipboard = new DataTransfer()
    await cut(shown, clipboard)
    await press('{Escape}')
    await user.click(row('S Egne'))
    await fire('paste', clipboard)
    expect(plan().match(/I Læsning/g)).toHaveLength(2)
  })
})

describe('text from elsewhere', () => {
  test('one line becomes a row', async () => {
    const { plan } = await at('I Overgange')
    await fire('paste', withText('Ny indsats'))
    expect(plan()).toContain('  I Overgange\n  Ny indsats\n')
  })

  test('several lines are shown first, and nothing is written over', async () => {
    const { plan, user, program } = await at('I Overgange')
    await fire('paste', withText('Første\n\tUnder\nAnden'))
    expect(program.commands).toEqual([])
    expect(screen.getByRole('dialog').textContent).toContain('Første')
    await user.click(screen.getByRole('button', { name: 'Indsæt' }))
    await settled()
    expect(plan()).toContain('  I Overgange\n  Første\n    Under\n  Anden\n')
    expect(program.commands).toHaveLength(1)
  })

  test('given up, the plan is as it was and the row has the focus', async () => {
    const { plan, user, focus } = await at('I Overgange')
    const before = plan()
    await fire('paste', withText('Første\nAnden'))
    await user.click(screen.getByRole('button', { name: 'Annullér' }))
    await settled()
    expect(plan()).toBe(before)
    expect(focus()).toBe('I Overgange')
  })

  test('an empty clipboard is told of', async () => {
    const { notice, program } = await at('I Overgange')
    await fire('paste', new DataTransfer())
    expect(notice()).toBe('Udklipsholderen har ingen rækker eller tekst')
    expect(program.commands).toEqual([])
  })
})

describe('in a title', () => {
  test('one line is left to the text field', async () => {
    const { press, program } = await at('I Overgange')
    await press('{F2}')
    expect(await fire('paste', withText('mere'))).toBe(false)
    expect(program.commands).toEqual([])
  })

  test('several lines are offered as rows', async () => {
    const { press } = await at('I Overgange')
    await press('{F2}')
    expect(await fire('paste', withText('Første\nAnden'))).toBe(true)
    expect(screen.getByRole('dialog').textContent).toContain('Anden')
  })

  test('copying takes the text, not the row', async () => {
    const { press } = await at('I Overgange')
    await press('{F2}')
    const clipboard = new DataTransfer()
    expect(await fire('copy', clipboard)).toBe(false)
    expect(clipboard.getData('text/plain')).toBe('')
  })
})
