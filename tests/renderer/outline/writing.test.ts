// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { settled } from '../support/render-outline.tsx'
import { at } from './agreement.ts'
import { drawing } from './shorthand.ts'

/** What the keys do in the window, on a real workbook. */

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
    const { press, program, rows, focus } = await at('I Overgange')
    await press('{F2}')
    const answer = program.hold()
    await press('!', '{Escape}')
    expect(focus()).toBe('I Overgange!')
    expect(rows()).toContain('I Overgange!')
    answer()
    await settled()
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
    const { press, plan, program } = await at('I a', 'I a\nI b\nI c\nI d')
    const answer = program.hold()
    const down = '{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}'
    await press(down, down, down)
    expect(plan()).toBe('I b\nI c\nI d\nI a')
    answer()
    await settled()
    expect(plan()).toBe('I b\nI c\nI d\nI a')
  })

  test('what is typed after an indent and a new row is in the new row, however slow the answer', async () => {
    const { press, plan, program, focus } = await at('I b', 'I a\nI b\nI c')
    await press('{F2}')
    const answer = program.hold()
    await press('{Tab}', '{Enter}', 'ny')
    expect(focus()).toBe('[ny|]')
    answer()
    await settled()
    await press('{Escape}')
    expect(plan()).toBe('I a\n  I b\n  ny\nI c')
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

  test('what it offers to undo is withdrawn with the next step', async () => {
    const { press, notice } = await at('I Læsning')
    await press('{Delete}')
    expect(notice()).toBe('Slettet »I Læsning«')
    await press('{Control>}z{/Control}')
    expect(notice()).toBeUndefined()
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
