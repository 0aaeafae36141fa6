// @vitest-environment happy-dom

import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { readWordHtml } from '../../../renderer/paste/read-word-html.ts'
import { bullet, text } from './shorthand.ts'

describe('hostile HTML', () => {
  test('nothing in it is run, and nothing of it is text but what would be read', () => {
    const ran = vi.fn()
    vi.stubGlobal('ran', ran)
    const html = `<script>ran(1)</script><img src=x onerror="ran(2)"><svg onload="ran(3)"><text>svg</text></svg><p onclick="ran(4)" style="background:url(javascript:ran(5))">Tekst</p><iframe srcdoc="<script>ran(6)</script>"></iframe><style>p { color: red }</style><template><p>skabelon</p></template><noscript>nej</noscript><textarea>felt</textarea><a href=" java&#10;script:ran(7)">Link</a>`
    expect(readWordHtml(html).filter(({ kind }) => kind !== 'image')).toEqual([text('Tekst'), text('Link')])
    expect(ran).not.toHaveBeenCalled()
    vi.unstubAllGlobals()
  })

  const within = (seconds: number, html: string) => {
    const start = performance.now()
    const blocks = readWordHtml(html)
    expect((performance.now() - start) / 1000).toBeLessThan(seconds)
    return blocks
  }

  test('ten thousand elements inside one another', () => {
    const deep = (open: string, close: string) => `${open.repeat(10_000)}Dyb${close.repeat(10_000)}`
    expect(within(20, deep('<div>', '</div>'))).toEqual([text('Dyb')])
    expect(within(20, deep('<ul><li>', '</li></ul>'))).toEqual([bullet(9, 'Dyb')])
    expect(JSON.stringify(within(20, deep('<table><tr><td>', '</td></tr></table>')))).toContain('"Dyb"')
    expect(within(20, deep('<b><i>', '</i></b>'))).toHaveLength(1)
  })

  test('five megabytes', () => {
    const line = `<p class=MsoNormal style='mso-list:none'>${'ord '.repeat(20)}</p>`
    expect(within(40, line.repeat(5_000_000 / line.length)).length).toBeGreaterThan(30_000)
  })

  test.each([
    ['a style attribute', `<p style='${'a:"b;'.repeat(1_000_000)}'>Tekst</p>`],
    ['a style attribute of letters', `<p style='${'a'.repeat(5_000_000)}'>Tekst</p>`],
    ['a style sheet', `<style>${'p.a{mso-x:'.repeat(500_000)}</style><p>Tekst</p>`],
    ['a style sheet of selectors', `<style>${'p.a,'.repeat(250_000)}{mso-x:y}</style><p>Tekst</p>`],
    ['a class', `<p class='${'a '.repeat(2_000_000)}'>Tekst</p>`],
    ['comments', `${'<!--[if !supportLists]>'.repeat(100_000)}--><p>Tekst</p>`],
  ])('%s without end', (_, html) => {
    expect(within(20, html)).toEqual([text('Tekst')])
  })

  test('a marker without end is a bullet', () => {
    const html = `<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>${'1.'.repeat(500_000)}</span>Tekst</p>`
    expect(within(20, html)).toHaveLength(1)
  })

  test('any fragments in any order are read without failing', () => {
    const fragments = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<ul>',
        '</ul>',
        '<li>',
        '<ol start=-1>',
        '<table>',
        '<tr>',
        '<td rowspan=0>',
        '<td colspan=99999>',
        '</td>',
        '</table>',
      ],
      ...[
        '<h1>',
        '</h1>',
        '<br>',
        '<b>',
        '</b>',
        'tekst',
        '&nbsp;',
        '<!--[if !supportLists]-->',
        '<![endif]>',
        '<o:p>',
        '<',
        '\0',
        '\uD800',
      ],
      ...[
        "<p style='mso-list:l0 level99 lfo1'>",
        '<caption>',
        '<a href=x>',
        '<img>',
        '<script>',
        '</script>',
        '<div style=display:none>',
      ],
    )
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 30 }), (parts) => {
        for (const block of readWordHtml(parts.join(''))) {
          if (block.kind === 'item') expect(block.level).toBeLessThanOrEqual(9)
        }
      }),
      { numRuns: 500 },
    )
  })
})
