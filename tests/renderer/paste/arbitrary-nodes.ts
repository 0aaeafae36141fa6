import * as fc from 'fast-check'
import { newId } from '../../../db/model/ids.ts'
import type { PastedNode } from '../../../db/model/pasted-node.ts'
import { normalise } from '../../../db/model/rich-text/normalise.ts'
import { mayStandUnder, type Place, rowsOf, ruleOf } from '../../../db/model/template/rules.ts'
import { type NodeType, nodeType, type Template } from '../../../db/model/template/template.ts'
import { anyRichText } from '../../model/rich-text/arbitrary-rich-text.ts'

const words = fc.constantFrom('Flere læser', 'A & B', '<b>', '"hus"', "'", 'æøå', '3. kvartal 2027', '  ', '')
const value = fc.constantFrom(null, '62', 'ultimo 2027', 'Skolechefen')
const text = anyRichText.map(normalise)

const present = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

/** What a node of the type may hold. */
function contentOf(type: NodeType, template: Template): fc.Arbitrary<Partial<PastedNode>> {
  if (type === 'milestone') {
    return present(fc.record({ whenText: value, responsible: value })).map((milestone) => ({
      ...(milestone && { milestone }),
    }))
  }
  if (type === 'indicator') {
    const indicator = fc.record({ unit: value, baseline: value, target: value, whenText: value })
    return present(indicator).map((measured) => ({ ...(measured && { indicator: measured }) }))
  }
  const rule = ruleOf(template, type)
  const keys = rule ? rowsOf(rule).map(({ key }) => key) : []
  const fields = fc.dictionary(fc.constantFrom(...keys, 'gammel-raekke'), text, { maxKeys: 3 })
  return fc
    .record({
      text: present(text),
      fields: present(fields),
      names: present(fc.uniqueArray(fc.constantFrom('Center A', 'Center By, Plan & Klima'))),
      annex: present(fc.boolean()),
    })
    .map(({ text, fields, names, annex }) => ({
      ...(text && { text }),
      ...(fields && { fields }),
      ...(type === 'bidrag' && names && { coordinators: names }),
      ...(type === 'section' && annex !== undefined && { annex }),
    }))
}

function nodeAt(template: Template, place: Place | null, levels: number): fc.Arbitrary<PastedNode> {
  const types = nodeType.options.filter((type) => mayStandUnder(template, type, place))
  return fc.constantFrom(...types).chain((type) => {
    const children =
      levels === 1 || !nodeType.options.some((child) => mayStandUnder(template, child, { type }))
        ? fc.constant([])
        : fc.array(nodeAt(template, { type }, levels - 1), { maxLength: 3 })
    return fc
      .record({
        id: fc.constantFrom(undefined, newId()),
        title: words,
        content: contentOf(type, template),
        children,
      })
      .map(({ id, title, content, children }) => ({
        ...(id !== undefined && { id }),
        type,
        title,
        ...content,
        children,
      }))
  })
}

/** Trees that the template lets stand at the top of an outline. */
export const anyNodes = (template: Template): fc.Arbitrary<readonly PastedNode[]> =>
  fc.array(nodeAt(template, null, 3), { minLength: 1, maxLength: 3 })

/** The nodes without their ids, which are new in each paste. */
export const withoutIds = (nodes: readonly PastedNode[]): readonly PastedNode[] =>
  nodes.map(({ id: _, ...node }) => ({ ...node, children: withoutIds(node.children) }))
