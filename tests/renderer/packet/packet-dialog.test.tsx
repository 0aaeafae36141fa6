// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { PacketDialog } from '../../../renderer/packet/packet-dialog.tsx'
import { settled, showPage } from '../overview/show-page.tsx'

const SCHOOL = 'Strandvejens Skole'

// Nothing moves in a page that is not drawn; an animation that ends with its element would be taken for a failure.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'animate').mockImplementation(() => {
    throw new Error('nothing moves')
  })
})

const option = (name: string | RegExp): HTMLOptionElement => screen.getByRole('option', { name })

const ticked = (): readonly string[] =>
  within(screen.getByRole('group')).getAllByRole('checkbox', { checked: true }).map(wordsOf)

/** What stands beside a box. */
const wordsOf = (box: HTMLElement | undefined): string =>
  (box instanceof HTMLInputElement ? box.labels?.[0]?.textContent : null) ?? ''

async function dialog() {
  const shown = await showPage(PacketDialog, '02', '03', '06')
  await settled()
  const choose = async (name: string | RegExp) => {
    await shown.user.selectOptions(screen.getByRole('combobox', { name: 'Enhed' }), option(name))
    await settled()
  }
  const send = () => screen.getByRole('button', { name: 'Gem bidragspakke …' })
  return { ...shown, choose, send }
}

describe('the units', () => {
  test('are those with plans, and first those that contribute to something, with how much', async () => {
    await dialog()
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Vælg enhed',
      'Center for Børn & Læring · 9 bidrag',
      'Strandvejens Skole · 9 bidrag',
      'Direktionen',
    ])
  })
})

describe('the indsatser', () => {
  test('are those that the unit contributes to, all ticked, with what is to be filled in', async () => {
    const { choose } = await dialog()
    await choose(/^Strandvejens/)
    expect(ticked()).toHaveLength(9)
    expect(screen.getByText('Indsatser i pakken · 8 bidrag at udfylde · 9 indsatser at læse')).toBeTruthy()
    const row = screen.getByRole('checkbox', { name: /^Tidlig opsporing/ })
    expect(wordsOf(row)).toContain('Trivselsmøder hver fjerde uge')
  })

  test('can be left out, and others asked for: those are found by searching', async () => {
    const { choose, user, send, program } = await dialog()
    await choose(/^Strandvejens/)
    for (const box of screen.getAllByRole('checkbox')) await user.click(box)
    expect(send().getAttribute('aria-disabled')).toBe('true')
    const search = screen.getByRole('textbox', { name: 'Find flere indsatser' })
    await user.type(search, 'åben dialog{Enter}')
    const [found] = screen.getAllByRole('checkbox')
    expect(wordsOf(found)).toContain('Intet bidrag endnu')
    await user.click(found ?? search)
    await user.clear(search)
    expect(ticked()).toHaveLength(1)
    expect(program.asked.some(({ name }) => name === 'packet.send')).toBe(false)
  })
})

describe('a packet', () => {
  test('is written, can be shown in its folder, and stands in the list without an answer', async () => {
    const { choose, user, send, program } = await dialog()
    await choose(/^Strandvejens/)
    await user.click(send())
    await settled()
    await settled()
    const request = program.asked.find(({ name }) => name === 'packet.send')
    expect(request?.input).toMatchObject({ indsatser: { length: 9 } })
    expect(screen.getByRole('status').textContent).toMatch(/^Bidragspakken til Strandvejens Skole er gemt\./)
    const [item] = within(screen.getByRole('list', { name: /^Sendte/ })).getAllByRole('listitem')
    expect(item?.textContent).toMatch(/^Sendt 15. juni til Strandvejens Skole af MajaIntet svar endnu$/)
    await user.click(screen.getByRole('button', { name: 'Vis i mappe' }))
    expect(program.asked.at(-1)).toMatchObject({
      name: 'file.reveal',
      input: { path: expect.stringContaining(`Bidragspakke – ${SCHOOL} – 2027.sqlite`) },
    })
  })
})
