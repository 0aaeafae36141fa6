import type { OutlineNode, PlanDocument } from '../../../db/model/plan/plan-document.ts'
import { parseCommonMark } from '../../../db/model/rich-text/common-mark.ts'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import type { NodeRule, Row, SectionRule, Template } from '../../../db/model/template/template.ts'

/** Small plans and templates, made by hand, so that a test says all that it depends on. */

export const rich = (text: string): RichText => parseCommonMark(text)

type Given<T> = Partial<T>

export const node = (
  type: OutlineNode['type'],
  title: string,
  given: Given<OutlineNode> = {},
): OutlineNode => ({
  type,
  title,
  fields: {},
  milestones: [],
  indicators: [],
  coordinators: [],
  contributesTo: [],
  realises: [],
  children: [],
  ...given,
})

export const plan = (outline: readonly OutlineNode[], given: Given<PlanDocument> = {}): PlanDocument => ({
  organisation: 'Sundkøbing Kommune',
  template: 'aftale',
  title: 'Aftale',
  period: { from: 2026, to: 2028 },
  unit: 'Center for Børn & Læring',
  cover: {},
  case: {},
  status: 'udkast',
  outline,
  ...given,
})

export const row = (key: string, label: string, given: Given<Row> = {}): Row => ({
  key,
  label,
  guidance: '',
  ...given,
})

export const rule = (layout: NodeRule['layout'], label: string, given: Given<NodeRule> = {}): NodeRule => ({
  label: { singular: label, plural: label },
  guidance: '',
  layout,
  children: [],
  text: true,
  measured: true,
  groups: [],
  ...given,
})

export const section = (key: string, title: string, given: Given<SectionRule> = {}): SectionRule => ({
  key,
  title,
  guidance: '',
  children: [],
  annex: false,
  begins: 'page',
  ...given,
})

/** The form of an agreement in small: two side labels, four rows, three of them composed. */
const sheet = rule('sheet', 'Indsats', {
  groups: [
    {
      label: 'Indsats',
      rows: [
        row('titel', 'Titel', { composed: 'title' }),
        row('koordinator', 'Koordinator', { composed: 'coordinators' }),
        row('beskrivelse', 'Beskrivelse'),
      ],
    },
    {
      label: 'Effekt',
      rows: [
        row('parametre', 'Parametre', { composed: 'indicators', onlyWhenFilled: true }),
        row('milepaele', 'Milepæle', { composed: 'milestones' }),
      ],
    },
  ],
})

export const template = (given: Given<Template> = {}): Template => ({
  key: 'aftale',
  version: 1,
  name: 'Aftale',
  guidance: '',
  title: 'Aftale',
  variants: [{ key: 'standard', label: 'Standard', cover: [] }],
  top: ['section'],
  sections: [
    section('formaal', 'Formål'),
    section('indsatser', 'Indsatser', { begins: 'divider' }),
    section('bilag-oversigt', 'Oversigt', { annex: true }),
  ],
  nodes: {
    section: rule('chapter', 'Afsnit'),
    theme: rule('chapter', 'Tema', {
      groups: [{ label: 'Ambition', rows: [row('ambition', 'Ambition', { onlyWhenFilled: true })] }],
    }),
    programme: rule('run-in', 'Program', { titleEnd: ': ' }),
    goal: rule('bullet', 'Mål'),
    indsats: sheet,
  },
  document: { titlePage: true, capitals: true, contents: 'never', contentsDepth: 2, numbered: false },
  ...given,
})
