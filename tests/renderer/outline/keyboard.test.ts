// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { at } from './agreement.ts'
import { drawing } from './shorthand.ts'

/** What the keys do in the window, on a real workbook. */

describe('moving about', () => {
  test('arrows, Home and End go to rows, and not beyond them', async () => {
    const { press, focus } = await at('S Formål')
    await press('{ArrowUp}')
    expect(focus()).toBe('S Formål')
    await press('{ArrowDown}', '{ArrowDown}')
    expect(focus()).toBe('I Læsning')
    await press('{End}')
    expect(focus()).toBe('B Fællesskaber')
    await press('{ArrowDown}')
    expect(focus()).toBe('B Fællesskaber')
    await press('{Home}')
    expect(focus()).toBe('S Formål')
  })

  test('in titles, the caret keeps its place', async () => {
    const { press, focus, user } = await at('S Formål')
    await press('{F2}')
    expect(focus()).toBe('[S Formål|]')
    await user.keyboard('{ArrowLeft}{ArrowLeft}')
    await press('{ArrowDown}')
    expect(focus()).toBe('[S Koor|dinerende]')
  })

  test('typing goes to the row whose title begins so', async () => {
    const { press, focus } = await at('S Formål')
    await press('i')
    expect(focus()).toBe('I Læsning')
    await press(' ', 'o')
    expect(focus()).toBe('I Overgange')
  })

  test('Tab comes to the current row alone, and leaves the list', async () => {
    const { press, focus, row } = await at('I Læsning')
    expect(row('I Læsning').tabIndex).toBe(0)
    expect(row('S Formål').tabIndex).toBe(-1)
    await press('{Tab}')
    expect(focus()).toBe('elsewhere')
  })
})

describe('folding', () => {
  test('the left arrow folds, and pressed again climbs', async () => {
    const { press, rows, focus } = await at('I Læsning')
    await press('{ArrowLeft}')
    expect(rows()).toContain('+ I Læsning')
    await press('{ArrowLeft}')
    expect(focus()).toBe('S Koordinerende')
    await press('{ArrowLeft}')
    expect(rows()).toBe(
      drawing(`
        S Formål
        + S Koordinerende
        S Egne
          B Fællesskaber`),
    )
  })

  test('the right arrow unfolds, and then leads to the first child', async () => {
    const { press, rows, focus } = await at('I Læsning')
    await press('{Control>}{ArrowUp}{/Control}')
    await press('{ArrowRight}')
    expect(rows()).not.toContain('+')
    await press('{ArrowRight}')
    expect(focus()).toBe('m Læsevejledere')
  })

  test('to a level, the focus goes to what still is seen', async () => {
    const { press, rows, focus } = await at('m Læsevejledere')
    await press('{Alt>}{Shift>}[Digit1]{/Shift}{/Alt}')
    expect(rows()).toBe('S Formål\n+ S Koordinerende\n+ S Egne')
    expect(focus()).toBe('S Koordinerende')
    await press('{Alt>}{Shift>}A{/Shift}{/Alt}')
    expect(rows()).not.toContain('+')
  })

  test('a click on the mark folds and leaves the focus alone', async () => {
    const { user, row, rows, focus } = await at('S Formål')
    const mark = row('S Egne').querySelector('[data-part="fold"]')
    await user.click(mark ?? document.body)
    expect(rows()).toContain('+ S Egne')
    expect(focus()).toBe('S Formål')
  })
})

describe('selecting', () => {
  test('Shift+arrows grow and shrink a range; Escape leaves the current row', async () => {
    const { press, selected, focus } = await at('I Læsning')
    await press('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    expect(selected()).toEqual(['I Læsning', 'm Læsevejledere', 'I Overgange'])
    await press('{Shift>}{ArrowUp}{/Shift}')
    expect(selected()).toEqual(['I Læsning', 'm Læsevejledere'])
    await press('{Escape}')
    expect(selected()).toEqual(['m Læsevejledere'])
    expect(focus()).toBe('m Læsevejledere')
  })

  test('Ctrl+A widens: the text, the siblings, all rows', async () => {
    const { press, selected, focus } = await at('I Overgange')
    await press('{F2}', '{Control>}a{/Control}')
    expect(focus()).toBe('[|I Overgange]')
    await press('{Control>}a{/Control}')
    expect(selected()).toEqual(['I Læsning', 'm Læsevejledere', 'I Overgange'])
    await press('{Control>}a{/Control}')
    expect(selected()).toHaveLength(7)
  })

  test('Shift+click takes a range, Ctrl+click one more', async () => {
    const { user, row, selected } = await at('S Formål')
    await user.keyboard('{Shift>}')
    await user.click(row('I Læsning'))
    await user.keyboard('{/Shift}')
    expect(selected()).toEqual(['S Formål', 'S Koordinerende', 'I Læsning'])
    await user.keyboard('{Control>}')
    await user.click(row('S Egne'))
    await user.click(row('S Koordinerende'))
    await user.keyboard('{/Control}')
    expect(selected()).toEqual(['S Formål', 'I Læsning', 'S Egne'])
  })
})

describe('zooming', () => {
  test('shows the branch alone, with the way back', async () => {
    const { press, rows, focus } = await at('I Læsning')
    await press('{Alt>}{ArrowRight}{/Alt}')
    expect(rows()).toBe('I Læsning\n  m Læsevejledere')
    expect(document.querySelector('nav')?.textContent).toContain('Hele planenS KoordinerendeI Læsning')
    await press('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}')
    await press('{Alt>}{ArrowLeft}{/Alt}')
    expect(rows()).toBe('S Koordinerende\n  I Læsning\n    m Læsevejledere\n  I Overgange')
    expect(focus()).toBe('I Læsning')
  })

  test('a row without children is not zoomed in on', async () => {
    const { press, notice, rows } = await at('S Formål')
    await press('{Alt>}{ArrowRight}{/Alt}')
    expect(notice()).toBe('Rækken har ingen underrækker')
    expect(rows()).toContain('S Egne')
  })
})

describe('filtering', () => {
  test('Ctrl+F, words, arrow down to the match; Escape brings all back and keeps the row', async () => {
    const { press, rows, focus, user } = await at('S Formål')
    await press('{Control>}f{/Control}')
    await user.keyboard('fælles')
    expect(rows()).toBe('S Egne\n  B Fællesskaber')
    await press('{ArrowDown}')
    expect(focus()).toBe('B Fællesskaber')
    await press('{Escape}')
    expect(rows().split('\n')).toHaveLength(7)
    expect(focus()).toBe('B Fællesskaber')
  })

  test('Escape in the field gives it up and goes back to the row', async () => {
    const { press, rows, focus, user } = await at('I Læsning')
    await press('{Control>}f{/Control}')
    await user.keyboard('fælles')
    await press('{Escape}')
    expect(rows().split('\n')).toHaveLength(7)
    expect(focus()).toBe('I Læsning')
  })

  test('a new row stays though it does not match', async () => {
    const { press, rows, user } = await at('S Formål')
    await press('{Control>}f{/Control}')
    await user.keyboard('fælles')
    await press('{Enter}', '{F2}', '{Enter}')
    await user.keyboard('B Andet')
    await press('{Escape}')
    expect(rows()).toBe('S Egne\n  B Fællesskaber\n  B Andet')
  })

  test('no match: says where else to look', async () => {
    const { press, user } = await at('S Formål')
    await press('{Control>}f{/Control}')
    await user.keyboard('zzz')
    expect(document.body.textContent).toContain('Ingen rækker passer til filteret')
  })
})

describe('status', () => {
  test('Ctrl+Enter goes through the lights and back to none', async () => {
    const { press, row, notice } = await at('I Læsning')
    const names: string[] = []
    for (let times = 0; times < 6; times++) {
      await press('{Control>}{Enter}{/Control}')
      names.push(
        row('I Læsning').querySelector('svg[aria-label^="Status"]')?.getAttribute('aria-label') ?? '',
      )
    }
    expect(names).toEqual(
      ['Ikke begyndt', 'På sporet', 'Kræver opmærksomhed', 'Af sporet', 'Gennemført', ''].map(
        (name) => name && `Status: ${name}`,
      ),
    )
    expect(notice()).toBe('Status: Uden status')
  })

  test('is not for sections', async () => {
    const { press, notice, program } = await at('S Formål')
    await press('{Control>}{Enter}{/Control}')
    expect(notice()).toBe('Status gives til indsatser, bidrag og milepæle')
    expect(program.commands).toEqual([])
  })
})
