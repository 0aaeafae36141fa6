import type { Layout } from '../../db/model/report/layout.ts'
import type { Report, Table } from '../../db/model/report/report.ts'
import { accessibilityTexts as texts } from '../../db/model/texts/accessibility.ts'
import { type Finding, openDocx } from '../ooxml/docx-package.ts'
import { accessibilityFindings } from './check.ts'

type Kind = keyof typeof texts.kinds

interface Requirement {
  readonly name: keyof typeof texts.requirements
  /** Clauses of EN 301 549 v3.2.1, chapter 10. */
  readonly clause: string
  readonly kinds: readonly Kind[]
}

const requirements: readonly Requirement[] = [
  { name: 'title', clause: '10.2.4.2', kinds: ['no-title'] },
  { name: 'language', clause: '10.3.1.1', kinds: ['no-danish'] },
  {
    name: 'headings',
    clause: '10.1.3.1, 10.2.4.6',
    kinds: ['empty-heading', 'skipped-level', 'bold-instead-of-heading'],
  },
  {
    name: 'tables',
    clause: '10.1.3.1',
    kinds: [
      'no-header-row',
      'late-header-row',
      'empty-header-cell',
      'merged-cell',
      'empty-row',
      'nested-table',
      'floating-table',
    ],
  },
  { name: 'alternatives', clause: '10.1.1.1', kinds: ['picture-without-text', 'table-without-text'] },
  { name: 'order', clause: '10.1.3.2', kinds: ['out-of-line'] },
  { name: 'lists', clause: '10.1.3.1', kinds: ['typed-bullet'] },
  { name: 'contrast', clause: '10.1.4.3', kinds: ['low-contrast'] },
  { name: 'hidden', clause: '10.1.3.2', kinds: ['hidden-text'] },
  { name: 'links', clause: '10.2.4.4', kinds: ['mute-link'] },
  { name: 'spacing', clause: '10.1.3.2', kinds: ['empty-paragraphs'] },
]

export interface CheckedDocument {
  /** The report that the document was made from. */
  readonly report: Report
  readonly fileName: string
  readonly layout: Layout
  readonly bytes: Uint8Array
}

/** One page that says what was checked in a finished document, and what was found: itself a report. */
export function receiptOf({ report, fileName, layout, bytes }: CheckedDocument): Report {
  const findings = accessibilityFindings(openDocx(bytes))
  return {
    ...report,
    properties: { ...report.properties, title: `${texts.title} – ${report.properties.title}` },
    cover: {
      ownPage: false,
      organisation: report.cover.organisation,
      title: texts.title,
      period: '',
      unit: '',
      rows: [line(texts.document, fileName), line(texts.layout, texts.layouts[layout])],
    },
    contentsDepth: 0,
    capitals: false,
    body: [
      { kind: 'heading', level: 1, text: texts.result, begins: 'flow' },
      prose(findings.length === 0 ? texts.flawless : texts.flawed(findings.length)),
      prose(texts.about),
      resultTable(findings),
      { kind: 'heading', level: 1, text: texts.byHandTitle, begins: 'flow' },
      prose(texts.byHand),
    ],
  }
}

function resultTable(findings: readonly Finding[]): Table {
  const known = new Set<string>(requirements.flatMap(({ kinds }) => kinds))
  const others = findings.filter(({ kind }) => !known.has(kind))
  const { requirement, clause, result } = texts.columns
  return {
    kind: 'table',
    caption: texts.caption,
    landscape: false,
    columns: [
      { label: requirement, width: 50 },
      { label: clause, width: 20 },
      { label: result, width: 30 },
    ],
    rows: [
      ...requirements.map(({ name, clause, kinds }) => [
        texts.requirements[name],
        clause,
        resultFor(findings.filter(({ kind }) => kinds.some((each) => each === kind))),
      ]),
      ...(others.length === 0 ? [] : [[texts.requirements.other, '10', resultFor(others)]]),
    ],
  }
}

/** "12: flettet celle"; kinds in the order in which they were found. */
function resultFor(findings: readonly Finding[]): string {
  if (findings.length === 0) return texts.none
  const words: Readonly<Record<string, string>> = texts.kinds
  return [...Map.groupBy(findings, ({ kind }) => kind)]
    .map(([kind, found]) => texts.found(found.length, words[kind] ?? kind))
    .join('; ')
}

const prose = (text: string) =>
  ({ kind: 'prose', text: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }) as const

const line = (label: string, text: string) => ({ label, text: prose(text).text })
