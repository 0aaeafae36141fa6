import {
  Document,
  Footer,
  Header,
  type IPropertiesOptions,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  Run,
  Tab,
  TabStopType,
} from 'docx'
import { landscapeTextWidth, page, textWidth } from '../../db/model/report/look.ts'
import type { Part } from '../../db/model/report/parts.ts'
import { printable } from '../../db/model/report/printable.ts'
import type { Report } from '../../db/model/report/report.ts'
import { runningTitle, stampLines } from '../../db/model/report/running.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { plainRun } from './inline.ts'
import { bulletDefinition } from './numbering.ts'
import { stylesOf } from './styles.ts'

/** The document without its body: styles, lists, headers, footers, properties, and one section for each part. */
export function shellOf(report: Report, parts: readonly Part[]): Document {
  const { properties } = report
  const options: IPropertiesOptions = {
    title: printable(properties.title),
    subject: printable(properties.subject),
    creator: printable(properties.organisation),
    lastModifiedBy: printable(properties.organisation),
    customProperties: [{ name: 'Skema', value: properties.schema }],
    styles: stylesOf(report.capitals),
    numbering: { config: [bulletDefinition] },
    sections: parts.map((part, index) => section(report, parts, part, index)),
  }
  return new Document(options)
}

function section(report: Report, parts: readonly Part[], part: Part, index: number): ISectionOptions {
  const landscape = part.kind === 'landscape'
  const width = landscape ? landscapeTextWidth : textWidth
  const turned = index > 0 && landscape !== (parts[index - 1]?.kind === 'landscape')
  const own = index === 0 || turned
  return {
    properties: {
      titlePage: index === 0,
      page: {
        margin: page.margin,
        size: {
          width: page.width,
          height: page.height,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
      },
    },
    ...(own
      ? {
          headers: {
            default: runningHeader(report, width),
            ...(index === 0 ? { first: emptyHeader() } : {}),
          },
          footers: {
            default: runningFooter(report, width, true),
            ...(index === 0 ? { first: runningFooter(report, width, part.kind !== 'cover') } : {}),
          },
        }
      : {}),
    children: [],
  }
}

function runningHeader({ header }: Report, width: number): Header {
  const left = plainRun(runningTitle(header))
  return new Header({ children: [running([left, tab(), plainRun(header.right)], width)] })
}

const emptyHeader = (): Header => new Header({ children: [new Paragraph({ style: 'Running' })] })

/** The case stamp, and where pages are counted, "Side 3 af 26". A long stamp stands on two lines. */
function runningFooter({ stamp }: Report, width: number, numbered: boolean): Footer {
  const number = new Run({
    children: [documentTexts.page, PageNumber.CURRENT, documentTexts.pageOf, PageNumber.TOTAL_PAGES],
  })
  const [first = '', ...others] = stampLines(stamp)
  return new Footer({
    children: [
      running([plainRun(first), ...(numbered ? [tab(), number] : [])], width),
      ...others.map((line) => running([plainRun(line)], width)),
    ],
  })
}

const tab = (): Run => new Run({ children: [new Tab()] })

const running = (children: readonly Run[], width: number): Paragraph =>
  new Paragraph({ style: 'Running', tabStops: [{ type: TabStopType.RIGHT, position: width }], children })
