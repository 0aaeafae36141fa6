import { paragraphProperty, runProperty, type Styles, styleChain } from '../ooxml/styles.ts'
import { above, at, attribute, type Element, val } from '../ooxml/xml.ts'

/** Contrast of two colours `RRGGBB`, 1 to 21, as WCAG 2.1 defines it. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const isColour = (value: string | undefined): value is string => /^[0-9a-f]{6}$/i.test(value ?? '')

/** Colour of the text of a run; Word's automatic colour is black on light and white on dark. */
export function textColour(styles: Styles, run: Element, paragraph: Element, background: string): string {
  const colour = val(runProperty(styles, run, paragraph, 'w:color'))
  if (isColour(colour)) return colour
  return luminance(background) < 0.18 ? 'FFFFFF' : '000000'
}

/** Colour behind a run: the nearest shading of run, paragraph, cell, table; else white. */
export function backgroundColour(styles: Styles, run: Element, paragraph: Element): string {
  const cell = above(paragraph, 'w:tc')
  const row = cell && above(cell, 'w:tr')
  const table = row && above(row, 'w:tbl')
  const tableStyle = val(at(table, 'w:tblPr', 'w:tblStyle'))
  const shadings = [
    runProperty(styles, run, paragraph, 'w:shd'),
    paragraphProperty(styles, paragraph, 'w:shd'),
    at(cell, 'w:tcPr', 'w:shd'),
    at(table, 'w:tblPr', 'w:shd'),
    ...styleChain(styles, tableStyle).map((style) => at(style.element, 'w:tcPr', 'w:shd')),
  ]
  return shadings.map(fill).find(isColour) ?? 'FFFFFF'
}

/** A solid pattern shows its foreground, any other its fill. */
function fill(shading: Element | undefined): string | undefined {
  return val(shading) === 'solid' ? attribute(shading, 'w:color') : attribute(shading, 'w:fill')
}
