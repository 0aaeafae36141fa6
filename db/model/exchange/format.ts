import type { OutlineNode, PlanDocument } from '../plan/plan-document.ts'
import { formatCommonMark } from '../rich-text/common-mark.ts'
import type { ExchangeFile, ExchangeNode } from './schema.ts'

/** The `planvaerk-plan` JSON value of a plan. What the writer never filled in is left out. */
export function formatExchange(plan: PlanDocument): ExchangeFile {
  const cover = Object.entries(plan.cover).map(([key, value]) => [
    key,
    'rich' in value ? formatCommonMark(value.rich) : value.plain,
  ])
  return {
    format: 'planvaerk-plan',
    version: 1,
    organisation: { name: plan.organisation },
    plan: {
      ...(plan.id === undefined ? {} : { id: plan.id }),
      template: plan.template,
      ...(plan.variant === undefined ? {} : { variant: plan.variant }),
      title: plan.title,
      period: plan.period,
      unit: plan.unit,
      ...(cover.length === 0 ? {} : { cover: Object.fromEntries(cover) }),
      ...(Object.keys(plan.case).length === 0 ? {} : { case: plan.case }),
      status: plan.status,
      outline: plan.outline.map(formatNode),
    },
  }
}

/** Key order is that of EXCHANGE.md's example, so that a person finds her way. */
function formatNode(node: OutlineNode): ExchangeNode {
  return {
    type: node.type,
    ...(node.id === undefined ? {} : { id: node.id }),
    ...(node.key === undefined ? {} : { key: node.key }),
    ...(node.annex === undefined ? {} : { annex: node.annex }),
    title: node.title,
    ...(node.text === undefined ? {} : { text: formatCommonMark(node.text) }),
    ...filled('contributesTo', node.contributesTo),
    ...filled('realises', node.realises),
    ...filled('coordinators', node.coordinators),
    ...formatFields(node),
    ...filled('indicators', node.indicators),
    ...filled('milestones', node.milestones),
    ...filled('children', node.children.map(formatNode)),
  }
}

function formatFields(node: OutlineNode): Pick<ExchangeNode, 'fields'> {
  const fields = Object.entries(node.fields).map(([key, text]) => [key, formatCommonMark(text)])
  return fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }
}

const filled = <K extends string, V>(key: K, values: readonly V[]): { readonly [P in K]?: readonly V[] } =>
  values.length === 0 ? {} : ({ [key]: values } as { readonly [P in K]: readonly V[] })
