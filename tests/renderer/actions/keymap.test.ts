import { describe, expect, test } from 'vitest'
import { actionIds, actions } from '../../../preload/actions.ts'
import { actionFor, chordOf, type KeyPress, type Where } from '../../../renderer/actions/keymap.ts'

const press = (key: string, held: Partial<KeyPress> & { readonly altGr?: true } = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isComposing: false,
  getModifierState: () => held.altGr === true,
  ...held,
})

const ctrl = { ctrlKey: true }
const alt = { altKey: true }
const shift = { shiftKey: true }

describe('the key table of UI.md', () => {
  const table: readonly [does: string, where: Where, key: KeyPress, action: string | null][] = [
    ['new sibling below', 'editing', press('Enter'), 'row.new-sibling'],
    ['new child', 'editing', press('Enter', { ...ctrl, ...shift }), 'row.new-child'],
    ['new child', 'navigation', press('Enter', { ...ctrl, ...shift }), 'row.new-child'],
    ['go to the body text', 'editing', press('Enter', shift), 'row.body'],
    ['go to the body text', 'navigation', press('Enter', shift), 'row.body'],
    ['indent while editing', 'editing', press('Tab'), 'row.indent'],
    ['outdent while editing', 'editing', press('Tab', shift), 'row.outdent'],
    ['Tab leaves the tree', 'navigation', press('Tab'), null],
    ['Shift+Tab leaves the tree', 'navigation', press('Tab', shift), null],
    ['indent always', 'navigation', press('ArrowRight', { ...alt, ...shift }), 'row.indent'],
    ['indent always', 'editing', press('ArrowRight', { ...alt, ...shift }), 'row.indent'],
    ['outdent always', 'navigation', press('ArrowLeft', { ...alt, ...shift }), 'row.outdent'],
    ['move up', 'navigation', press('ArrowUp', { ...alt, ...shift }), 'row.move-up'],
    ['move up, other key', 'editing', press('ArrowUp', { ...ctrl, ...shift }), 'row.move-up'],
    ['move down', 'editing', press('ArrowDown', { ...alt, ...shift }), 'row.move-down'],
    ['move down, other key', 'navigation', press('ArrowDown', { ...ctrl, ...shift }), 'row.move-down'],
    ['fold', 'editing', press('ArrowUp', ctrl), 'row.fold'],
    ['unfold', 'editing', press('ArrowDown', ctrl), 'row.unfold'],
    ['fold in navigation', 'navigation', press('ArrowLeft'), 'row.fold'],
    ['unfold in navigation', 'navigation', press('ArrowRight'), 'row.unfold'],
    ['arrows move the caret in a title', 'editing', press('ArrowLeft'), null],
    ['level 1', 'navigation', press('!', { ...alt, ...shift, code: 'Digit1' }), 'outline.level-1'],
    ['level 9', 'editing', press(')', { ...alt, ...shift, code: 'Digit9' }), 'outline.level-9'],
    ['all levels', 'field', press('A', { ...alt, ...shift }), 'outline.show-all'],
    ['zoom in', 'navigation', press('ArrowRight', alt), 'outline.zoom-in'],
    ['zoom out', 'editing', press('ArrowLeft', alt), 'outline.zoom-out'],
    ['select more', 'navigation', press('ArrowDown', shift), 'select.next'],
    ['select more', 'editing', press('ArrowUp', shift), 'select.previous'],
    ['widen the selection', 'editing', press('a', ctrl), 'select.widen'],
    ['all of a field is the field’s own', 'field', press('a', ctrl), null],
    ['next status', 'navigation', press('Enter', ctrl), 'status.next'],
    ['delete', 'navigation', press('Delete'), 'row.delete'],
    ['delete a letter', 'editing', press('Delete'), null],
    ['delete while editing', 'editing', press('Backspace', { ...ctrl, ...shift }), 'row.delete'],
    ['duplicate', 'navigation', press('d', ctrl), 'row.duplicate'],
    ['cut', 'navigation', press('x', ctrl), 'row.cut'],
    ['copy', 'navigation', press('c', ctrl), 'row.copy'],
    ['paste', 'navigation', press('v', ctrl), 'row.paste'],
    ['cut a part of a title', 'editing', press('x', ctrl), null],
    ['edit', 'navigation', press('F2'), 'row.edit'],
    ['edit, other key', 'navigation', press('Enter'), 'row.edit'],
    ['leave', 'editing', press('Escape'), 'row.leave'],
    ['undo', 'field', press('z', ctrl), 'history.undo'],
    ['redo', 'editing', press('y', ctrl), 'history.redo'],
    ['redo, other key', 'navigation', press('Z', { ...ctrl, ...shift }), 'history.redo'],
    ['filter', 'elsewhere', press('f', ctrl), 'outline.filter'],
    ['jump', 'field', press('j', ctrl), 'search.jump'],
    ['search everywhere', 'editing', press('F', { ...ctrl, ...shift }), 'search.everywhere'],
    ['first row', 'navigation', press('Home'), 'focus.first'],
    ['last row', 'navigation', press('End'), 'focus.last'],
    ['save', 'field', press('s', ctrl), 'workbook.save'],
    ['export', 'navigation', press('e', ctrl), 'export.word'],
    ['the plans', 'editing', press('1', ctrl), 'view.plans'],
    ['the goals', 'field', press('2', ctrl), 'view.goals'],
    ['the timeline', 'navigation', press('3', ctrl), 'view.timeline'],
    ['the follow-up', 'elsewhere', press('4', ctrl), 'view.follow-up'],
    ['the quality', 'field', press('5', ctrl), 'view.quality'],
    ['the organisation', 'editing', press('6', ctrl), 'view.organisation'],
    ['the templates', 'elsewhere', press('7', ctrl), 'view.templates'],
    ['the history', 'field', press('8', ctrl), 'view.history'],
    ['the history of the row', 'editing', press('H', { ...alt, ...shift }), 'row.history'],
    ['palette', 'elsewhere', press('k', ctrl), 'palette.open'],
    ['help', 'field', press('F1'), 'help.keys'],
  ]

  test.each(table)('%s (%s)', (_does, where, key, action) => {
    const chord = chordOf(key)
    expect(chord === null ? null : actionFor(chord, where)).toBe(action)
  })
})

describe('a Danish keyboard', () => {
  test.each(['@', '£', '$', '€', '{', '[', ']', '}', '\\', '|'])('AltGr types %s', (sign) => {
    expect(chordOf(press(sign, { ...ctrl, ...alt, altGr: true }))).toBeNull()
    expect(chordOf(press(sign, { ...ctrl, ...alt }))).toBeNull()
  })

  test.each(['æ', 'Ø', 'å', '+', '1', ' ', 'z'])('%s is typed, not a command', (letter) => {
    expect(chordOf(press(letter))).toBeNull()
  })

  test('letters count as the character that they produce, wherever they lie', () => {
    expect(chordOf(press('z', { ...ctrl, code: 'KeyY' }))).toBe('Ctrl+Z')
  })

  test('nothing is decided while a letter is being composed', () => {
    expect(chordOf(press('s', { ...ctrl, isComposing: true }))).toBeNull()
  })
})

describe('the list of actions', () => {
  const chords = actionIds.flatMap((id) => actions[id].keys.map(({ chord }) => chord))

  test('nothing is bound to Ctrl+Alt', () => {
    expect(chords.filter((chord) => chord.includes('Ctrl+Alt') || chord.includes('Alt+Ctrl'))).toEqual([])
  })

  test.each(['navigation', 'editing', 'field', 'elsewhere'] as const)(
    'no key means two things (%s)',
    (where) => {
      const scopes = {
        navigation: ['navigation', 'outline'],
        editing: ['editing', 'outline'],
        field: [],
        elsewhere: [],
      }
      const here: readonly string[] = ['anywhere', ...scopes[where]]
      const keys = actionIds.flatMap((id) => actions[id].keys.filter(({ scope }) => here.includes(scope)))
      const own = keys.filter(({ scope }) => scope !== 'anywhere').map(({ chord }) => chord)
      const general = keys.filter(({ scope }) => scope === 'anywhere').map(({ chord }) => chord)
      expect(new Set(own).size).toBe(own.length)
      expect(new Set(general).size).toBe(general.length)
      expect(own.filter((chord) => general.includes(chord))).toEqual([])
    },
  )
})
