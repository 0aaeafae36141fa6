import type { Template } from '../../../db/model/template/template.ts'
import { bodyOf, type DocxPackage, partRoot, relationshipsOf } from '../../../main/ooxml/docx-package.ts'
import { cellsOf, isHeaderRow, rowsOf } from '../../../main/ooxml/table-grid.ts'
import { attribute, below, childrenOf, type Element, textOf } from '../../../main/ooxml/xml.ts'
import { PrintedNodes, type PrintedPlan } from './printed.ts'
import { isBlank, joined, type Line, type PrintedRun, textOfRuns } from './printed-text.ts'
import { asRuns, behind, paragraphReader, type ReadParagraph, textIn, withoutSign } from './read-paragraph.ts'

/**
 * Reads a document of ours, of either layout, back to the plan that it shows, by the styles that
 * `main/word/styles.ts` promises. Tables generated from the outline are passed over: they say nothing new.
 */
export function readBack(docx: DocxPackage, template: Template): PrintedPlan {
  const read = paragraphReader(docx)
  const reader: Reader = { template, read, nodes: new PrintedNodes(), cover: [], head: new Map() }
  for (const block of childrenOf(bodyOf(docx))) {
    if (block.nodeName === 'w:p') readParagraph(reader, read(block))
    if (block.nodeName === 'w:tbl') readTable(reader, block)
  }
  const title = reader.head.get('title')
  return {
    schema: schemaOf(docx),
    organisation: textOfRuns(reader.head.get('organisation') ?? []),
    title: textOfRuns(title ?? []),
    period: textOfRuns(reader.head.get('period') ?? []),
    unit: textOfRuns(reader.head.get('unit') ?? []),
    cover: reader.cover,
    stamp: stampOf(docx),
    nodes: reader.nodes.nodes,
  }
}

interface Reader {
  readonly template: Template
  readonly read: (paragraph: Element) => ReadParagraph
  readonly nodes: PrintedNodes
  readonly cover: { label: string; lines: readonly Line[] }[]
  readonly head: Map<string, readonly PrintedRun[]>
  /** The side label that stands in a heading of its own in `tilgaengelig`. */
  group?: string
}

function schemaOf(docx: DocxPackage): string {
  const property = below(partRoot(docx, 'docProps/custom.xml'), 'property').find(
    (each) => attribute(each, 'name') === 'Skema',
  )
  return property?.textContent ?? ''
}

/** What all footers say beside the page number, which stands behind a tab. */
function stampOf(docx: DocxPackage): string {
  const footers = relationshipsOf(docx, 'word/document.xml').filter(({ type }) => type === 'footer')
  const stamps = footers.map(({ target }) =>
    childrenOf(partRoot(docx, target), 'w:p')
      .map((line) => textOf(line).replace(/\tSide \d* af \d*$/, ''))
      .join(' · '),
  )
  return [...new Set(stamps)].join('\n')
}

function readParagraph(reader: Reader, paragraph: ReadParagraph): void {
  const { style, parts } = paragraph
  const heading = /^Heading([1-9])$/.exec(style)
  if (heading) readHeading(reader, paragraph, Number(heading[1]))
  else if (coverStyles.has(style)) readCoverLine(reader, paragraph)
  else if (style === 'TableEnd') return
  else if (textIn(parts, 'RowLabel') !== undefined) readRowLine(reader, paragraph)
  else if (textIn(parts, 'NodeTitle', 'LeadTitle') !== undefined) readTitleLine(reader, paragraph)
  else readContent(reader, paragraph)
}

const coverStyles = new Set(['CoverOrganisation', 'Title', 'FlowingTitle', 'Subtitle'])

function readCoverLine({ head }: Reader, { style, parts }: ReadParagraph): void {
  if (style === 'CoverOrganisation') head.set('organisation', asRuns(parts))
  if (style === 'Subtitle') head.set('unit', asRuns(parts))
  if (style !== 'Title' && style !== 'FlowingTitle') return
  head.set('title', [{ text: textIn(parts, 'NodeTitle') ?? '' }])
  head.set('period', [{ text: textIn(parts, 'CoverPeriod') ?? '' }])
}

function readHeading(reader: Reader, { parts }: ReadParagraph, level: number): void {
  const title = textIn(parts, 'NodeTitle')
  if (title === undefined) {
    reader.group = textOfRuns(parts)
    return
  }
  const lead = textOfRuns(
    parts.slice(
      0,
      parts.findIndex((part) => part.style === 'NodeTitle'),
    ),
  ).trimEnd()
  const rules = Object.values(reader.template.nodes)
  const sheet = rules.some((rule) => rule.layout === 'sheet' && lead === `${rule.label.singular}:`)
  const sign = rules
    .flatMap((rule) => rule.titleEnd ?? [])
    .find((end) => textOfRuns(behind(parts, 'NodeTitle')).startsWith(end))
  const beside = asRuns(withoutSign(behind(parts, 'NodeTitle'), sign ?? ' – '))
  reader.nodes.begin({ shape: sheet ? 'sheet' : 'chapter', level, lead, title, beside })
}

/** "Title: text", alone or as an item of a list. */
function readTitleLine(reader: Reader, { parts, sign, level }: ReadParagraph): void {
  const item = sign !== ''
  const titles = ['NodeTitle', 'LeadTitle']
  reader.nodes.begin({
    shape: item ? 'item' : 'run-in',
    level: item ? level : 0,
    lead: '',
    title: textIn(parts, ...titles) ?? '',
    beside: [],
  })
  const signs = Object.values(reader.template.nodes).flatMap((rule) => rule.titleEnd ?? [])
  const rest = behind(parts, ...titles)
  const own = [...signs, ': '].find((each) => textOfRuns(rest).startsWith(each.trimEnd()))
  addLine(reader, { level: item ? level + 1 : 0, sign: '', runs: asRuns(withoutSign(rest, own ?? '')) })
}

/** "Label: text", or the label and one composed line. */
function readRowLine(reader: Reader, paragraph: ReadParagraph): void {
  const { parts, style } = paragraph
  reader.nodes.beginRow({ group: '', label: (textIn(parts, 'RowLabel') ?? '').replace(/:\s*$/, '') })
  readContent(reader, { ...paragraph, style, sign: '', parts: behind(parts, 'RowLabel') })
}

function addLine(reader: Reader, line: Line): void {
  if (!isBlank(line)) reader.nodes.addLines([line])
}

/** What stands in a row or below a title. */
function readContent(reader: Reader, paragraph: ReadParagraph): void {
  const { style, parts, level, sign } = paragraph
  const holds = (name: string): boolean => parts.some((part) => part.style?.startsWith(name))
  if (holds('Coordinator')) {
    const names = parts.filter((part) => part.style === 'Coordinator').map((part) => part.text)
    reader.nodes.changeRow((row) => ({ ...row, coordinators: [...row.coordinators, ...names] }))
    if (style === 'CoordinatorsText') addLine(reader, { level, sign, runs: [{ text: names.join(', ') }] })
  } else if (holds('Milestone') || holds('Indicator')) {
    const [kind, measures] = holds('Milestone')
      ? (['Milestone', 'milestones'] as const)
      : (['Indicator', 'indicators'] as const)
    const measure = measureOf(paragraph, kind)
    reader.nodes.changeRow((row) => ({ ...row, [measures]: [...row[measures], measure] }))
  } else if (joints.has(style)) continueLine(reader, asRuns(parts), joints.get(style) ?? '')
  else if (holds('NodeTitle')) {
    reader.nodes.changeRow((row) => ({ ...row, title: textIn(parts, 'NodeTitle') ?? '' }))
  } else addLine(reader, { level, sign, runs: asRuns(parts) })
}

/** The parts of a composed line, by what their styles are called: `IndicatorTarget` is the `target`. */
function measureOf({ parts }: ReadParagraph, style: string): Record<string, string> {
  const measure: Record<string, string> = {}
  for (const part of parts) {
    if (part.style === undefined || part.text === '') continue
    const name = part.style.slice(style.length).toLowerCase()
    // The unit stands behind each value, and is one.
    if (name !== 'unit' || measure.unit === undefined) measure[name] = (measure[name] ?? '') + part.text
    else if (measure.unit !== part.text) measure.unit += `, ${part.text}`
  }
  return measure
}

/** What fell away where a paragraph was cut so that its row fits a page, by the style of what goes on. */
const joints: ReadonlyMap<string, string> = new Map([
  ['TextContinued', ' '],
  ['LineContinued', '\n'],
  ['WordContinued', ''],
])

function continueLine({ nodes }: Reader, runs: readonly PrintedRun[], joint: string): void {
  if (textOfRuns(runs) === '') return
  nodes.changeRow((row) => {
    const last = row.lines.at(-1)
    if (!last) return { ...row, lines: [{ level: 0, sign: '', runs }] }
    const between = { ...sharedLook(last.runs.at(-1), runs[0]), text: joint }
    const whole = {
      ...last,
      runs: joined([...last.runs, joint === '\n' ? { text: joint } : between, ...runs]),
    }
    return { ...row, lines: [...row.lines.slice(0, -1), whole] }
  })
}

/** A blank looks as both its sides do, as in the normal form of a rich text. */
const sharedLook = (a: PrintedRun | undefined, b: PrintedRun | undefined): Omit<PrintedRun, 'text'> => ({
  ...(a?.bold && b?.bold && { bold: true }),
  ...(a?.italic && b?.italic && { italic: true }),
  ...(a?.link !== undefined && a.link === b?.link && { link: a.link }),
})

/** Tables of the cover and of sheets; the first column with a label says what the row is. */
function readTable(reader: Reader, table: Element): void {
  let side = ''
  for (const row of rowsOf(table).filter((each) => !isHeaderRow(each))) {
    const cells = cellsOf(row).map((cell) => childrenOf(cell.element, 'w:p').map(reader.read))
    const text = cells.at(-1) ?? []
    const label = (style: string): string | undefined => {
      const found = cells.slice(0, -1).find(([first]) => first?.style === style)?.[0]
      return found && textOfRuns(found.parts)
    }
    const cover = label('CoverLabel')
    const field = label('CellLabel')
    side = label('SideLabel') || side || (reader.group ?? '')
    if (cover !== undefined) reader.cover.push({ label: cover, lines: linesIn(text) })
    if (field === undefined) continue
    if (field !== '') reader.nodes.beginRow({ group: side, label: field })
    for (const paragraph of text) readContent(reader, paragraph)
  }
}

const linesIn = (paragraphs: readonly ReadParagraph[]): Line[] =>
  paragraphs
    .map(({ level, sign, parts }) => ({ level, sign, runs: asRuns(parts) }))
    .filter((line) => !isBlank(line))
