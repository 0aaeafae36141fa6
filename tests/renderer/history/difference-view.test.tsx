// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, onTestFinished, test } from 'vitest'
import { linesOf } from '../../../db/model/history/lines.ts'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import { DifferenceView } from '../../../renderer/history/difference-view.tsx'
import { bullets, paragraph, run } from '../../model/rich-text/shorthand.ts'

function show(before: RichText, after: RichText): HTMLElement {
  onTestFinished(cleanup)
  const { container } = render(
    <FluentProvider theme={webLightTheme}>
      <DifferenceView before={linesOf(before)} after={linesOf(after)} />
    </FluentProvider>,
  )
  return container
}

const texts = (container: HTMLElement, tag: 'ins' | 'del'): readonly string[] =>
  [...container.querySelectorAll(tag)].map(({ textContent }) => textContent ?? '')

describe('the difference of two texts', () => {
  test('is inserted and deleted, and says so to the ear', () => {
    const shown = show([paragraph('Den gamle skole')], [paragraph('Den nye skole')])
    expect(shown.textContent).toBe('Den Slettet: gamleTilføjet: nye skole')
    expect([texts(shown, 'del'), texts(shown, 'ins')]).toEqual([['Slettet: gamle'], ['Tilføjet: nye']])
  })

  test('keeps bold and lists', () => {
    const shown = show(
      [bullets('Klubber')],
      [bullets('Klubber', ['Skoler', bullets('og hjem')]), paragraph(run('Nyt', { bold: true }))],
    )
    expect(shown.querySelector('strong')?.textContent).toBe('Nyt')
    expect(shown.textContent).toBe('•Klubber•Tilføjet: Skoler•Tilføjet: og hjemTilføjet: Nyt')
  })

  test('shows no other blanks between the same words', () => {
    const shown = show([paragraph('et  mellemrum er nok')], [paragraph('et mellemrum er nok')])
    expect([texts(shown, 'del'), texts(shown, 'ins')]).toEqual([[], []])
  })

  test('folds what did not change, and unfolds it', async () => {
    const user = userEvent.setup()
    const many = Array.from({ length: 9 }, (_, index) => paragraph(`Afsnit nummer ${index}`))
    const shown = show(many, [...many.slice(0, -1), paragraph('Afsnit nummer ni')])
    expect(shown.textContent).not.toContain('nummer 6')
    await user.click(screen.getByRole('button', { name: 'Vis 7 uændrede afsnit' }))
    expect(shown.textContent).toContain('nummer 0')
    await user.click(screen.getByRole('button', { name: 'Vis kun det ændrede' }))
    expect(shown.textContent).not.toContain('nummer 0')
  })
})
