import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { render } from '@testing-library/react'
import { vi } from 'vitest'
import type { Layout } from '../../../db/model/report/layout.ts'
import type { Report, ReportPlace } from '../../../db/model/report/report.ts'
import { PreviewPages } from '../../../renderer/preview/preview-pages.tsx'

/** A pane that is tall enough for all papers, so that every one is drawn: the window of the tests measures nothing. */
function tallPane(): void {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(10_000_000)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(1000)
}

interface Given {
  readonly layout?: Layout
  readonly current?: ReportPlace
}

/** The preview with everything on it, and the places that it was told to go to. */
export function shownPreview(report: Report, given: Given = {}) {
  tallPane()
  const went: ReportPlace[] = []
  const preview = (of: Report, { layout = 'skabelon', current }: Given) => (
    <FluentProvider theme={webLightTheme}>
      <PreviewPages
        report={of}
        layout={layout}
        current={current ?? null}
        onGo={(place) => went.push(place)}
        zoom={1}
      />
    </FluentProvider>
  )
  const { container, rerender } = render(preview(report, given))
  return {
    container,
    went,
    /** Shows another report, as a copy, as it comes from the program. */
    show: (of: Report, then: Given = given) => rerender(preview(structuredClone(of), then)),
    piece: (code: string): HTMLElement => {
      const found = container.querySelector<HTMLElement>(`[data-at="${code}"]`)
      if (!found) throw new Error(`nothing at ${code}`)
      return found
    },
    marked: () => container.querySelector('[aria-current]')?.getAttribute('data-at') ?? null,
  }
}
