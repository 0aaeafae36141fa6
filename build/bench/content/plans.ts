import type { Indicator, Milestone, OutlineNode, PlanDocument } from '../../../db/model/plan/plan-document.ts'
import { type Random, seeded } from './random.ts'
import { type Amount, richText, title } from './texts.ts'
import { capitalised, vocabulary } from './words.ts'

/** The seed of all measurements; the same seed and size give the same plans. */
export const seed = 2026

/** As many agreement tables as a large centre's agreement has. */
export const tablesPerPlan = 24

const indsatsRows: Readonly<Record<string, Amount>> = {
  ophav: { paragraphs: 1, items: 0 },
  beskrivelse: { paragraphs: 3, items: 4 },
  afsaet: { paragraphs: 1, items: 3 },
  maalgruppe: { paragraphs: 1, items: 0 },
  effekt: { paragraphs: 1, items: 3 },
  organisering: { paragraphs: 1, items: 2 },
  oekonomi: { paragraphs: 1, items: 0 },
}

const bidragRows: Readonly<Record<string, Amount>> = {
  ...indsatsRows,
  problem: { paragraphs: 2, items: 0 },
  parametre: { paragraphs: 0, items: 3 },
  milepaele: { paragraphs: 0, items: 3 },
  rapportering: { paragraphs: 1, items: 0 },
}

/** Of eight tables, two are of indsatser that the unit coordinates, six of its bidrag, as in a real agreement. */
const isIndsats = (table: number): boolean => table % 8 < 2

/** An invented agreement (målaftale) of a centre with so many tables. `number` tells its plans of one workbook apart. */
export function agreement(tables: number, number = 0): PlanDocument {
  const random = seeded(seed + 7919 * number)
  const unit = unitName(number)
  const numbers = Array.from({ length: tables }, (_, table) => table)
  return {
    organisation: 'Opdigtet Kommune',
    id: `aftale-${number}`,
    template: 'maalaftale',
    variant: 'center',
    title: 'Målaftale',
    period: { from: 2026, to: 2028 },
    unit,
    cover: {
      center: { plain: unit },
      'ansvarlig-chef': { plain: title(random) },
      'aftale-indgaaet': { plain: '9. juni 2026' },
      aftalepart: { plain: 'Direktionen' },
      'strategisk-afsaet': { rich: richText(random, { paragraphs: 1, items: 8 }) },
    },
    case: { caseNumber: `26/${1000 + number}`, meetingDate: '2026-06-17', annex: 'Bilag 1' },
    status: 'udkast',
    outline: [
      section(random, 'formaal', 'Formål', []),
      section(random, 'principper', 'Principper', []),
      section(random, 'indledning', 'Indledning', []),
      section(
        random,
        'koordinerende-rolle',
        'Koordinerende rolle',
        numbers.filter(isIndsats).map((table) => indsats(random, table)),
      ),
      section(
        random,
        'egne-bidrag',
        'Egne bidrag',
        numbers.filter((table) => !isIndsats(table)).map((table) => bidrag(random, table, number)),
      ),
    ],
  }
}

/**
 * One agreement whose outline has about so many rows, far more than any centre's: its tables stand in chapters of chapters, so
 * that the outline is five levels deep.
 */
export function longAgreement(rows: number): PlanDocument {
  const perChapter = 8
  const random = seeded(seed)
  const rowsPerTable =
    1 + measuresOf.milestones + measuresOf.indicators + 1 / perChapter + 1 / perChapter ** 2
  const plan = agreement(Math.floor(rows / rowsPerTable))
  const inChapters = (nodes: readonly OutlineNode[]): readonly OutlineNode[] =>
    Array.from({ length: Math.ceil(nodes.length / perChapter) }, (_, chapter) =>
      ownSection(random, nodes.slice(chapter * perChapter, (chapter + 1) * perChapter)),
    )
  const outline = plan.outline.map((part) => ({ ...part, children: inChapters(inChapters(part.children)) }))
  return { ...plan, outline }
}

/** Agreements that together have about so many nodes, milestones and indicators counted. */
export function* agreements(nodes: number): Generator<PlanDocument> {
  for (let made = 0, number = 0; made < nodes; number++) {
    const plan = agreement(tablesPerPlan, number)
    made += nodesOf(plan.outline)
    yield plan
  }
}

export const nodesOf = (outline: readonly OutlineNode[]): number =>
  outline.reduce(
    (sum, node) => sum + 1 + node.milestones.length + node.indicators.length + nodesOf(node.children),
    0,
  )

export const textsOf = (outline: readonly OutlineNode[]): number =>
  outline.reduce(
    (sum, node) => sum + Object.keys(node.fields).length + (node.text ? 1 : 0) + textsOf(node.children),
    0,
  )

/** The workbook's centres have their own names, so each plan has its own unit. */
function unitName(number: number): string {
  return `Center for ${capitalised(vocabulary.stems[100 + number] ?? 'alt')} ${number + 1}`
}

const nothing = {
  fields: {},
  milestones: [],
  indicators: [],
  coordinators: [],
  contributesTo: [],
  realises: [],
  children: [],
}

function section(random: Random, key: string, name: string, children: readonly OutlineNode[]): OutlineNode {
  const text = children.length > 0 ? {} : { text: richText(random, { paragraphs: 3, items: 5 }) }
  return { ...nothing, type: 'section', key, title: name, ...text, children }
}

const ownSection = (random: Random, children: readonly OutlineNode[]): OutlineNode => ({
  ...nothing,
  type: 'section',
  title: title(random),
  children,
})

const indsats = (random: Random, table: number): OutlineNode => ({
  ...nothing,
  type: 'indsats',
  id: `indsats-${table}`,
  title: title(random),
  fields: fields(random, indsatsRows),
  ...measures(random),
})

/** A bidrag serves an indsats of its own plan or, where there is one, of the plan before it. */
const bidrag = (random: Random, table: number, plan: number): OutlineNode => {
  const target = `indsats-${table - (table % 8)}`
  return {
    ...nothing,
    type: 'bidrag',
    title: title(random),
    fields: fields(random, bidragRows),
    ...measures(random),
    coordinators: [unitName(Math.max(0, plan - 1))],
    contributesTo: [plan > 0 && random.chance(0.5) ? `aftale-${plan - 1}/${target}` : target],
  }
}

const fields = (random: Random, rows: Readonly<Record<string, Amount>>): OutlineNode['fields'] =>
  Object.fromEntries(Object.entries(rows).map(([key, amount]) => [key, richText(random, amount)]))

const measuresOf = { milestones: 4, indicators: 3 } as const

const measures = (random: Random): Pick<OutlineNode, 'milestones' | 'indicators'> => ({
  milestones: Array.from({ length: measuresOf.milestones }, () => milestone(random)),
  indicators: Array.from({ length: measuresOf.indicators }, () => indicator(random)),
})

const milestone = (random: Random): Milestone => ({
  title: title(random),
  when: `${1 + random.below(4)}. kvartal ${2026 + random.below(3)}`,
  responsible: title(random),
})

const indicator = (random: Random): Indicator => ({
  title: title(random),
  unit: '%',
  baseline: String(20 + random.below(40)),
  target: String(60 + random.below(40)),
  when: `ultimo ${2026 + random.below(3)}`,
})
