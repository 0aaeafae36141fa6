// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { type ShownOutline, showOutline } from '../support/render-outline.tsx'
import { drawing } from './shorthand.ts'

/** What the keys do in the window, on a real workbook. */

const agreement = `
  S Formål (formaal)
  S Koordinerende (koordinerende-rolle)
    I Læsning
      m Læsevejledere
    I Overgange
  S Egne (egne-bidrag)
    B Fællesskaber`

async function at(title: string, lines = agreement): Promise<ShownOutline> {
  const shown = await showOutline(lines)
  await shown.user.click(shown.row(title))
  return shown
}

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

describe('writing', () => {
  test('Enter, then Enter: edit, and a new row of the same type below', async () => {
    const { press, plan, focus, user } = await at('I Læsning')
    await press('{Enter}', '{Enter}')
    expect(focus()).toBe('[|]')
    await user.keyboard('I Ny')
    await press('{Escape}')
    expect(focus()).toBe('I Ny')
    expect(plan()).toBe(
      drawing(`
        S Formål
        S Koordinerende
          I Læsning
            m Læsevejledere
          I Ny
          I Overgange
        S Egne
          B Fællesskaber`),
    )
  })

  test('Enter in an empty title leaves editing', async () => {
    const { press, focus, program } = await at('I Overgange')
    await press('{Enter}', '{Enter}', '{Enter}')
    expect(focus()).toBe('Uden titel')
    expect(program.commands.filter(({ type }) => type === 'node.insert')).toHaveLength(1)
  })

  test('Enter, then Tab: a new child', async () => {
    const { press, plan, focus, user } = await at('I Læsning')
    await press('{Enter}', '{Enter}', '{Tab}')
    expect(focus()).toBe('[|]')
    await user.keyboard('I Under')
    await press('{Escape}')
    expect(plan()).toContain('  I Læsning\n    m Læsevejledere\n    I Under')
  })

  test('Ctrl+Shift+Enter: a new child of the type that the template offers first', async () => {
    const { press, plan, user } = await at('S Egne')
    await press('{ArrowLeft}', '{Control>}{Shift>}{Enter}{/Shift}{/Control}')
    await user.keyboard('B Nyt')
    await press('{Escape}')
    expect(plan()).toContain('S Egne\n  B Fællesskaber\n  B Nyt')
  })

  test('nothing may stand below a milestone, and the user is told so', async () => {
    const { press, notice } = await at('m Læsevejledere')
    await press('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
    expect(notice()).toBe('Milepæl kan ikke have underrækker')
  })

  test('Alt+M makes a milestone of the nearest row that may have one', async () => {
    const { press, plan, user } = await at('m Læsevejledere')
    await press('{Alt>}m{/Alt}')
    await user.keyboard('m Midtvejs')
    await press('{Escape}')
    expect(plan()).toContain('I Læsning\n    m Læsevejledere\n    m Midtvejs')
  })

  test('what is typed is one step of the history, and undo puts the caret back', async () => {
    const { press, plan, focus, user } = await at('I Overgange')
    await press('{F2}')
    await user.keyboard(' og mere')
    await press('{Escape}')
    expect(plan()).toContain('I Overgange og mere')
    await press('{Control>}z{/Control}')
    expect(plan()).not.toContain('og mere')
    expect(focus()).toBe('[I Overgange|]')
  })

  test('a title that was just typed is shown before the program has answered', async () => {
    const { press, user, rows } = await at('I Overgange')
    await press('{F2}')
    await user.keyboard('!{Escape}')
    expect(rows()).toContain('I Overgange!')
  })

  test('Backspace in an empty new row takes it away and goes on in the row above', async () => {
    const { press, plan, focus } = await at('I Overgange')
    await press('{Enter}', '{Enter}', '{Backspace}')
    expect(focus()).toBe('[I Overgange|]')
    expect(plan()).not.toContain('\n  \n')
  })

  test('Backspace never takes away a row that holds something', async () => {
    const { press, focus, notice, plan, user } = await at('I Læsning')
    await press('{F2}')
    await user.keyboard('{Backspace>9/}')
    await press('{Backspace}')
    expect(focus()).toBe('[|]')
    expect(notice()).toContain('Rækken har indhold')
    expect(plan()).toContain('m Læsevejledere')
  })
})

describe('moving rows', () => {
  test('Alt+Shift+arrows work on a row and in its title, and the caret stays', async () => {
    const { press, plan, focus, user } = await at('I Overgange')
    await press('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}')
    expect(plan()).toContain('    m Læsevejledere\n    I Overgange')
    expect(focus()).toBe('I Overgange')
    await press('{F2}')
    await user.keyboard('{ArrowLeft}')
    await press('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}')
    expect(plan()).toContain('    m Læsevejledere\n  I Overgange')
    expect(focus()).toBe('[I Overgang|e]')
  })

  test('a row goes up with all below it', async () => {
    const { press, plan, focus } = await at('I Læsning')
    await press('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}')
    expect(plan()).toContain('  I Overgange\n  I Læsning\n    m Læsevejledere')
    await press('{Control>}{Shift>}{ArrowUp}{/Shift}{/Control}')
    expect(plan()).toContain('  I Læsning\n    m Læsevejledere\n  I Overgange')
    expect(focus()).toBe('I Læsning')
  })

  test('across a border the user is told where to', async () => {
    const { press, plan, notice } = await at('I Overgange')
    await press('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}')
    expect(plan()).toContain('S Egne\n  I Overgange\n  B Fællesskaber')
    expect(notice()).toBe('Flyttet »I Overgange« til »S Egne«')
  })

  test('an indent that the template does not allow is refused with a hint', async () => {
    const { press, plan, notice } = await at('S Egne', 'I Læsning\nS Egne')
    await press('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}')
    expect(notice()).toBe('Afsnit kan ikke stå under »I Læsning«')
    expect(plan()).toBe('I Læsning\nS Egne')
  })

  test('several rows move as one step', async () => {
    const lines = 'I a\nI b\nI c\nI d'
    const { press, plan, selected, program } = await at('I b', lines)
    await press('{Shift>}{ArrowDown}{/Shift}', '{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}')
    expect(plan()).toBe('I a\nI d\nI b\nI c')
    expect(selected()).toEqual(['I b', 'I c'])
    await press('{Control>}z{/Control}')
    expect(plan()).toBe(lines)
    expect(program.commands.map(({ type }) => type)).toEqual(['batch'])
  })

  test('keys that come faster than the answers each do their step', async () => {
    const { user, plan } = await at('I a', 'I a\nI b\nI c\nI d')
    const down = '{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}'
    await user.keyboard(down + down + down)
    await expect.poll(plan).toBe('I b\nI c\nI d\nI a')
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
    expect(window.getSelection()?.toString() ?? '').toBeDefined()
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

describe('deleting', () => {
  test('takes the row with all below it, tells so, and goes to the next row', async () => {
    const { press, plan, focus, notice } = await at('I Læsning')
    await press('{Delete}')
    expect(plan()).not.toContain('Læs')
    expect(focus()).toBe('I Overgange')
    expect(notice()).toBe('Slettet »I Læsning«')
    await press('{Control>}z{/Control}')
    expect(plan()).toContain('    m Læsevejledere')
    expect(focus()).toBe('I Læsning')
  })

  test('many rows are one step', async () => {
    const { press, plan, notice, program } = await at('I Læsning')
    await press('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}', '{Delete}')
    expect(plan()).toBe('S Formål\nS Koordinerende')
    expect(notice()).toBe('Slettet 3 rækker')
    expect(program.commands).toHaveLength(1)
  })

  test('all rows: the empty plan says what to do next', async () => {
    const { press, plan } = await at('S Formål')
    await press('{Control>}a{/Control}', '{Control>}a{/Control}', '{Delete}')
    expect(plan()).toBe('')
    expect(document.body.textContent).toContain('Planen har ingen rækker endnu')
  })

  test('while editing, editing goes on in the next row', async () => {
    const { press, focus } = await at('I Læsning')
    await press('{F2}', '{Control>}{Shift>}{Backspace}{/Shift}{/Control}')
    expect(focus()).toBe('[I Overgange|]')
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
      names.push(/Status: ([^,]*)/.exec(row('I Læsning').getAttribute('aria-label') ?? '')?.[1] ?? '')
    }
    expect(names).toEqual(['Ikke begyndt', 'På sporet', 'Kræver opmærksomhed', 'Af sporet', 'Gennemført', ''])
    expect(notice()).toBe('Status: Uden status')
  })

  test('is not for sections', async () => {
    const { press, notice, program } = await at('S Formål')
    await press('{Control>}{Enter}{/Control}')
    expect(notice()).toBe('Status gives til indsatser, bidrag og milepæle')
    expect(program.commands).toEqual([])
  })
})
