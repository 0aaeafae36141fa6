import {
  type DocxPackage,
  type Finding,
  relationshipsOf,
  storyParts,
} from '../../../main/ooxml/docx-package.ts'
import { styleChain, stylesOf } from '../../../main/ooxml/styles.ts'
import { tableFindings } from '../../../main/ooxml/table-grid.ts'
import {
  above,
  attribute,
  below,
  childOf,
  childrenOf,
  type Element,
  rootOf,
  val,
} from '../../../main/ooxml/xml.ts'
import { listsOf } from './numbering.ts'

/**
 * What no schema sees and Word stumbles over: references into nothing, ids used twice, parts without a type,
 * characters that XML forbids, tables whose rows do not fit their grid. Together with the Open XML SDK it finds
 * all the defects that the tests plant.
 */
export function structureFindings(docx: DocxPackage): Finding[] {
  const characters = characterFindings(docx)
  const broken = wellFormedFindings(docx)
  // Without trees nothing more can be said.
  if (broken.length > 0) return [...characters, ...broken]
  return [
    ...characters,
    ...contentTypeFindings(docx),
    ...relationshipFindings(docx),
    ...styleFindings(docx),
    ...storyParts(docx).flatMap((part) => storyFindings(docx, part)),
    ...idFindings(docx),
  ]
}

const xmlParts = (docx: DocxPackage): string[] =>
  [...docx.parts.keys()].filter((name) => /\.(xml|rels)$/.test(name))

/** Characters that XML forbids or advises against, non-characters, and what stands for bytes that are no UTF-8. */
const isForbidden = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0
  if (code === 0x9 || code === 0xa || code === 0xd || code === 0x85) return false
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xfffd && code <= 0xffff)
}
const reference = /&#(x?)([0-9a-f]+);/gi

function characterFindings(docx: DocxPackage): Finding[] {
  return xmlParts(docx).flatMap((part) => {
    const text = docx.text(part) ?? ''
    const written = text.replace(reference, (_, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex === '' ? 10 : 16)),
    )
    const found = [...written].find(isForbidden)
    return found ? [{ kind: 'control-character', part, detail: `U+${found.charCodeAt(0).toString(16)}` }] : []
  })
}

function wellFormedFindings(docx: DocxPackage): Finding[] {
  return xmlParts(docx).flatMap((part) => {
    try {
      docx.xml(part)
      return []
    } catch (error) {
      return [{ kind: 'not-well-formed', part, detail: String(error) }]
    }
  })
}

function contentTypeFindings(docx: DocxPackage): Finding[] {
  const part = '[Content_Types].xml'
  const tree = docx.xml(part)
  if (!tree) return [{ kind: 'content-type-missing', part, detail: part }]
  const types = rootOf(tree)
  const extensions = childrenOf(types, 'Default').map((each) => attribute(each, 'Extension')?.toLowerCase())
  const overrides = childrenOf(types, 'Override').map((each) => (attribute(each, 'PartName') ?? '').slice(1))
  const names = [...docx.parts.keys()].filter((name) => name !== part && !name.endsWith('/'))
  const untyped = names.filter((name) => {
    if (overrides.includes(name)) return false
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
    // `application/xml`, the default, says nothing of what a part of the document is.
    return extension === 'xml' || !extensions.includes(extension)
  })
  return [
    ...untyped.map((name) => ({ kind: 'content-type-missing', part, detail: name })),
    ...overrides
      .filter((name) => !docx.parts.has(name))
      .map((name) => ({ kind: 'content-type-without-part', part, detail: name })),
  ]
}

function relationshipFindings(docx: DocxPackage): Finding[] {
  return ['', ...xmlParts(docx).filter((name) => name.endsWith('.xml'))].flatMap((part) => {
    const relationships = relationshipsOf(docx, part)
    const ids = relationships.map((each) => each.id)
    const missing = relationships.filter((each) => !each.external && !docx.parts.has(each.target))
    return [
      ...twice(ids).map((id) => ({ kind: 'duplicate-relationship', part, detail: id })),
      ...missing.map((each) => ({ kind: 'relationship-without-part', part, detail: each.target })),
      ...usedRelationships(docx, part)
        .filter((id) => !ids.includes(id))
        .map((id) => ({ kind: 'dangling-relationship', part, detail: id })),
    ]
  })
}

function usedRelationships(docx: DocxPackage, part: string): string[] {
  const tree = part === '' ? undefined : docx.xml(part)
  if (!tree) return []
  return [...tree.getElementsByTagName('*')].flatMap((element) =>
    ['r:id', 'r:embed', 'r:link', 'r:pict'].flatMap((name) => attribute(element, name) ?? []),
  )
}

const styleReferences = {
  'w:pStyle': 'paragraph',
  'w:rStyle': 'character',
  'w:tblStyle': 'table',
  'w:basedOn': undefined,
  'w:next': 'paragraph',
  'w:link': undefined,
}

function styleFindings(docx: DocxPackage): Finding[] {
  const styles = stylesOf(docx)
  const parts = [...storyParts(docx), 'word/styles.xml', 'word/numbering.xml']
  const unknown = parts.flatMap((part) => {
    const tree = docx.xml(part)
    if (!tree) return []
    return Object.entries(styleReferences).flatMap(([name, type]) =>
      below(rootOf(tree), name)
        .map((each) => val(each) ?? '')
        .filter((id) => {
          const style = styles.byId.get(id)
          return style === undefined || (type !== undefined && style.type !== type)
        })
        .map((id) => ({ kind: 'unknown-style', part, detail: `${name} ${id}` })),
    )
  })
  const circles = [...styles.byId.values()]
    .filter((style) => {
      const last = styleChain(styles, style.id).at(-1)
      return last?.basedOn !== undefined && styles.byId.has(last.basedOn)
    })
    .map((style) => ({ kind: 'circle-of-styles', part: 'word/styles.xml', detail: style.id }))
  const ids = [...(docx.xml('word/styles.xml')?.getElementsByTagName('w:style') ?? [])].map(
    (style) => attribute(style, 'w:styleId') ?? '',
  )
  const double = twice(ids).map((detail) => ({ kind: 'duplicate-style', part: 'word/styles.xml', detail }))
  return [...unknown, ...circles, ...double]
}

function storyFindings(docx: DocxPackage, part: string): Finding[] {
  const tree = docx.xml(part)
  if (!tree) return []
  const root = rootOf(tree)
  return [
    ...listFindings(docx, root, part),
    ...fieldFindings(root, part),
    ...tableFindings(root, part),
    ...below(root, 'w:p')
      .filter((paragraph) => above(paragraph, 'w:p', 'w:txbxContent')?.nodeName === 'w:p')
      .map(() => ({ kind: 'paragraph-in-paragraph', part, detail: '' })),
    ...(part === 'word/document.xml' &&
    childrenOf(childOf(root, 'w:body') ?? root).at(-1)?.nodeName !== 'w:sectPr'
      ? [{ kind: 'no-last-section', part, detail: '' }]
      : []),
  ]
}

function listFindings(docx: DocxPackage, root: Element, part: string): Finding[] {
  const lists = listsOf(docx)
  return below(root, 'w:numPr').flatMap((each) => {
    const id = val(childOf(each, 'w:numId')) ?? '0'
    const level = Number(val(childOf(each, 'w:ilvl')) ?? 0)
    if (id === '0' || lists.get(id)?.levels.has(level)) return []
    return [{ kind: 'unknown-list', part, detail: `w:numId ${id}, level ${level}` }]
  })
}

/** Begin, separate and end of fields must pair up. */
function fieldFindings(root: Element, part: string): Finding[] {
  let open = 0
  for (const each of below(root, 'w:fldChar')) {
    const type = attribute(each, 'w:fldCharType')
    if (type === 'begin') open += 1
    if (type === 'end') open -= 1
    if (open < 0) break
  }
  return open === 0 ? [] : [{ kind: 'unbalanced-field', part, detail: String(open) }]
}

function idFindings(docx: DocxPackage): Finding[] {
  const part = 'word/document.xml'
  const roots = storyParts(docx)
    .flatMap((name) => docx.xml(name) ?? [])
    .map(rootOf)
  const all = (name: string, id: string) =>
    roots.flatMap((root) => below(root, name)).map((each) => attribute(each, id) ?? '')
  const starts = all('w:bookmarkStart', 'w:id')
  const names = new Set(all('w:bookmarkStart', 'w:name'))
  const ends = all('w:bookmarkEnd', 'w:id')
  const anchors = all('w:hyperlink', 'w:anchor').filter((anchor) => anchor !== '')
  const fields = roots
    .flatMap((root) => below(root, 'w:instrText'))
    .flatMap((each) => /\b(?:PAGEREF|REF)\s+(\S+)/.exec(each.textContent ?? '')?.[1] ?? [])
  const finding = (kind: string) => (detail: string) => ({ kind, part, detail })
  return [
    ...twice(all('wp:docPr', 'id')).map(finding('duplicate-drawing-id')),
    ...twice(starts).map(finding('duplicate-bookmark-id')),
    ...twice(all('w:bookmarkStart', 'w:name')).map(finding('duplicate-bookmark-name')),
    ...starts.filter((id) => !ends.includes(id)).map(finding('open-bookmark')),
    ...[...anchors, ...fields].filter((name) => !names.has(name)).map(finding('unknown-bookmark')),
  ]
}

const twice = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) < index)),
]
