import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAST, paneWidths } from '../../../renderer/shell/pane-widths.ts'

const wanted = { outline: 400, preview: 400 }

test.each([
  ['a wide window shows the panes as wanted', 1368, wanted, { outline: 400, preview: 400 }],
  ['a narrower one makes the page narrower first', 1100, wanted, { outline: 400, preview: 300 }],
  ['and then the outline', 952, wanted, { outline: 312, preview: 240 }],
  ['where there is no room for a page, there is none', 800, wanted, { outline: 400, preview: 0 }],
  [
    'a page that is folded away takes no room',
    952,
    { outline: 400, preview: 0 },
    { outline: 400, preview: 0 },
  ],
])('%s', (_what, room, given, shown) => {
  expect(paneWidths(given, room)).toEqual(shown)
})

test('the form in the middle is always wide enough to write in', () => {
  const width = fc.nat(3000)
  fc.assert(
    fc.property(
      width,
      width,
      fc.integer({ min: LEAST.outline + LEAST.details, max: 4000 }),
      (outline, preview, room) => {
        const shown = paneWidths({ outline, preview }, room)
        expect(room - shown.outline - shown.preview).toBeGreaterThanOrEqual(LEAST.details)
        expect(shown.outline).toBeGreaterThanOrEqual(LEAST.outline)
      },
    ),
  )
})
