import type { Report, Sheet } from '../../../db/model/report/report.ts'
import type { Block, Inline, ListItem, RichText } from '../../../db/model/rich-text/rich-text.ts'
import { peerBlocks, rowText } from './row-text.ts'

/**
 * The report as pandoc's own document tree, in JSON, which it reads fastest. Its document is plainer than ours: default
 * styles, side labels not turned, no shading, no header, footer or case stamp.
 */
export function pandocDocument(report: Report, version: readonly number[]): unknown {
  const cover = report.cover.rows.map(({ label, text }) => [cell(words(label)), cell(blocks(text))])
  const body = peerBlocks(report).flatMap((block) => {
    if (block.kind === 'heading') return [heading(block.level, block.text)]
    return block.kind === 'prose' ? blocks(block.text) : sheet(block)
  })
  return {
    'pandoc-api-version': version,
    meta: { title: { t: 'MetaInlines', c: inlines(report.properties.title) } },
    blocks: [table([0.3, 0.7], [], cover), ...body],
  }
}

interface Element {
  readonly t: string
  readonly c?: unknown
}

const noAttributes = ['', [], []]

const heading = (level: number, text: string): Element => ({
  t: 'Header',
  c: [level, noAttributes, inlines(text)],
})

/** Each table on a page of its own, below its heading, with its side labels as merged cells. */
function sheet({ label, title, level, groups }: Sheet): readonly Element[] {
  const rows = groups.flatMap((group) =>
    group.rows.map((row, index) => [
      ...(index === 0 ? [cell(words(group.label), group.rows.length)] : []),
      cell(words(row.label)),
      cell(blocks(rowText(row))),
    ]),
  )
  const head = [cell(words('Del')), cell(words('Felt')), cell(words(`Indhold – ${title}`))]
  return [
    { t: 'RawBlock', c: ['openxml', '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'] },
    heading(level, `${label}: ${title}`),
    table([0.1, 0.2, 0.7], [head], rows),
  ]
}

type Cell = readonly unknown[]

const cell = (content: readonly Element[], rows = 1): Cell => [
  noAttributes,
  { t: 'AlignDefault' },
  rows,
  1,
  content,
]

function table(
  widths: readonly number[],
  head: readonly (readonly Cell[])[],
  rows: readonly (readonly Cell[])[],
): Element {
  const columns = widths.map((width) => [{ t: 'AlignDefault' }, { t: 'ColWidth', c: width }])
  const lines = (cells: readonly (readonly Cell[])[]) => cells.map((row) => [noAttributes, row])
  const body = [noAttributes, 0, [], lines(rows)]
  return {
    t: 'Table',
    c: [noAttributes, [null, []], columns, [noAttributes, lines(head)], [body], [noAttributes, []]],
  }
}

const words = (text: string): readonly Element[] => [{ t: 'Plain', c: inlines(text) }]

const blocks = (text: RichText): readonly Element[] => text.map(blockOf)

function blockOf(block: Block): Element {
  switch (block.type) {
    case 'paragraph':
      return { t: 'Para', c: block.content.flatMap(inlineOf) }
    case 'bullets':
      return { t: 'BulletList', c: items(block.items) }
    case 'numbers':
      return { t: 'OrderedList', c: [[block.start, { t: 'Decimal' }, { t: 'Period' }], items(block.items)] }
  }
}

const items = (list: readonly ListItem[]) => list.map((item) => blocks(item.blocks))

function inlineOf(inline: Inline): readonly Element[] {
  if (inline.type === 'break') return [{ t: 'LineBreak' }]
  const text = inlines(inline.text)
  return inline.bold ? [{ t: 'Strong', c: text }] : text
}

/** A whole run is one string: pandoc's readers make one of each word, which would cost it more and look the same. */
const inlines = (text: string): readonly Element[] => [{ t: 'Str', c: text }]
