// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useLive } from '../../../renderer/details/rich-text/live.ts'
import { currentFocus, offerFocus, putFocus } from '../../../renderer/state/focus.ts'
import { node, planOf, type ShownDetails, settled, showDetails, text } from './show-details.tsx'

const bidrag = planOf({
  outline: [
    node({
      type: 'bidrag',
      title: 'Faste teams',
      fields: { ophav: text('Direktionen.'), effekt: text('Mere trivsel.') },
    }),
    node({ type: 'bidrag', title: 'Et andet' }),
  ],
})

const isEdited = (field: HTMLElement): boolean => field.getAttribute('contenteditable') === 'true'

const edited = (): readonly (string | null)[] =>
  screen
    .getAllByRole('textbox')
    .filter(isEdited)
    .map((field) => field.getAttribute('aria-label'))

function editor() {
  const { editor: live } = useLive.getState()
  if (!live) throw new Error('nothing is edited')
  return live
}

/** Types as the browser tells ProseMirror of it; a page that is not drawn has no caret to type at. */
const type = (words: string) =>
  act(async () => void editor().view.dispatch(editor().state.tr.insertText(words)))

async function open(name: string): Promise<ShownDetails> {
  const shown = await showDetails(bidrag)
  await shown.choose('Faste teams')
  act(() => shown.field(name).focus())
  return shown
}

test('a text becomes an editor when it gets the focus, and only one is', async () => {
  const { field, user } = await open('Ophav')
  expect(edited()).toEqual(['Ophav'])
  expect(document.activeElement).toBe(field('Ophav'))
  await user.tab()
  expect(edited()).not.toContain('Ophav')
  act(() => field('Effekt').focus())
  expect(edited()).toEqual(['Effekt'])
})

test('what is typed is sent within the pause, as rich text in its normal form', async () => {
  const { textOf } = await open('Effekt')
  await type(' Og ro. ')
  expect(textOf('Faste teams', 'effekt')).toEqual(text('Mere trivsel.'))
  await settled()
  expect(textOf('Faste teams', 'effekt')).toEqual(text('Mere trivsel. Og ro.'))
})

test('an emptied text is taken away', async () => {
  const { textOf } = await open('Effekt')
  await act(async () => void editor().commands.clearContent(true))
  await settled()
  expect(textOf('Faste teams', 'effekt')).toBeUndefined()
})

test("Ctrl+Z is the workbook's undo, and the editor shows what it brings back", async () => {
  const { textOf, press, field } = await open('Effekt')
  await type(' Og ro.')
  await press('{Control>}z{/Control}')
  expect(textOf('Faste teams', 'effekt')).toEqual(text('Mere trivsel.'))
  expect(field('Effekt').textContent).toBe('Mere trivsel.')
  expect(edited()).toEqual(['Effekt'])
  await press('{Control>}y{/Control}')
  expect(field('Effekt').textContent).toBe('Mere trivsel. Og ro.')
})

test('Escape leaves the text to its row, and the row to the outline', async () => {
  const { field, press } = await open('Effekt')
  const places: string[] = []
  const withdraw = offerFocus('row', ({ place }) => places.push(place))
  places.length = 0
  await press('{Escape}')
  expect(edited()).toEqual([])
  expect(document.activeElement).toBe(field('Effekt'))
  await press('{Escape}')
  expect(places).toEqual(['row'])
  withdraw()
})

test('Enter on a row that Escape left edits it again', async () => {
  const { press } = await open('Effekt')
  await press('{Escape}{Enter}')
  expect(edited()).toEqual(['Effekt'])
})

test('the caret goes where it is wished, also in a form that is not drawn yet', async () => {
  const { idOf } = await open('Effekt')
  await act(async () => putFocus({ nodeId: idOf('Faste teams'), place: 'field:ophav@3' }))
  await settled()
  expect(edited()).toEqual(['Ophav'])
  expect(editor().state.selection.head).toBe(3)
})

test('`field:` is the first text below the title', async () => {
  const { idOf } = await open('Effekt')
  await act(async () => putFocus({ nodeId: idOf('Faste teams'), place: 'field:' }))
  await settled()
  expect(edited()).toEqual(['Ophav'])
})

test('the history is told where the caret was before the first letter', async () => {
  await open('Ophav')
  await act(async () => void editor().commands.setTextSelection(5))
  expect(currentFocus()?.place).toBe('field:ophav@5')
  await type('xyz')
  expect(currentFocus()?.place).toBe('field:ophav@5')
})

test('nothing typed is lost when another row is chosen meanwhile', async () => {
  const { choose, textOf } = await open('Effekt')
  await type(' Og ro.')
  await choose('Et andet')
  expect(textOf('Faste teams', 'effekt')).toEqual(text('Mere trivsel. Og ro.'))
  expect(useLive.getState().editor).toBeNull()
})

test('the tools are there only while a text is edited', async () => {
  const { user, field, textOf } = await open('Effekt')
  await act(async () => void editor().commands.selectAll())
  await user.click(screen.getByRole('button', { name: 'Fed' }))
  await settled()
  const bold = { type: 'text', text: 'Mere trivsel.', bold: true }
  expect(textOf('Faste teams', 'effekt')).toEqual([{ type: 'paragraph', content: [bold] }])
  act(() => field('Titel, Bidrag').focus())
  expect(screen.queryByRole('button', { name: 'Fed' })).toBeNull()
})
