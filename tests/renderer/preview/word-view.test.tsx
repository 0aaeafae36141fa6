// @vitest-environment happy-dom
import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { previewTexts } from '../../../db/model/texts/window/preview.ts'
import { drawnDocument } from '../../../renderer/preview/word-document.ts'
import { WordView } from '../../../renderer/preview/word-view.tsx'
import { rendered } from '../../main/word/small-document.ts'
import { node, plan, rich } from '../../main/word/small-plan.ts'

afterEach(cleanup)

const shown = (base64: string) =>
  render(
    <FluentProvider theme={webLightTheme}>
      <WordView document={base64} />
    </FluentProvider>,
  )

test('a Word document is drawn without style elements, which the window’s policy refuses', async () => {
  const { bytes } = await rendered(plan([node('section', 'Formål', { text: rich('**Fed** tekst') })]))
  const { pages, rules } = await drawnDocument(Buffer.from(bytes).toString('base64'))
  expect(pages.textContent).toContain('Fed tekst')
  expect(pages.querySelectorAll('style, iframe')).toHaveLength(0)
  expect(rules.cssRules.length).toBeGreaterThan(10)
})

test('what is no Word document is said to be none', async () => {
  shown(btoa('hest'))
  expect(screen.getByText(previewTexts.word.working)).toBeTruthy()
  expect(await screen.findByText(previewTexts.word.failed)).toBeTruthy()
})
