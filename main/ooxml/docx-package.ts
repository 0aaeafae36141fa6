import { strFromU8, unzipSync } from 'fflate'
import { attribute, childrenOf, type Document, type Element, parseXml, rootOf } from './xml.ts'

/** A Word file taken apart: its parts by name without the leading slash (`word/document.xml`). */
export interface DocxPackage {
  readonly parts: ReadonlyMap<string, Uint8Array>
  /** The part as text; undefined where there is none. */
  readonly text: (part: string) => string | undefined
  /** The part as a tree; undefined where there is none. Throws where it is not well-formed. */
  readonly xml: (part: string) => Document | undefined
}

export interface Relationship {
  readonly id: string
  readonly type: string
  /** Name of the part, or the address where it is external. */
  readonly target: string
  readonly external: boolean
}

/** Opens the bytes of a .docx. */
export function openDocx(bytes: Uint8Array): DocxPackage {
  const parts = new Map(Object.entries(unzipSync(bytes)))
  const trees = new Map<string, Document>()
  const text = (part: string): string | undefined => {
    const content = parts.get(part)
    return content && strFromU8(content)
  }
  const xml = (part: string): Document | undefined => {
    const known = trees.get(part)
    if (known) return known
    const source = text(part)
    if (source === undefined) return undefined
    const tree = parseXml(source)
    trees.set(part, tree)
    return tree
  }
  return { parts, text, xml }
}

/** The root element of a part that must be there. */
export function partRoot(docx: DocxPackage, part: string): Element {
  const tree = docx.xml(part)
  if (!tree) throw new Error(`There is no ${part}`)
  return rootOf(tree)
}

/** `w:body` of the main part. */
export function bodyOf(docx: DocxPackage): Element {
  const [body] = childrenOf(partRoot(docx, 'word/document.xml'), 'w:body')
  if (!body) throw new Error('The document has no body')
  return body
}

/** The relationships of a part, none where it has none. `''` is the package itself. */
export function relationshipsOf(docx: DocxPackage, part: string): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const tree = docx.xml(`${folder}_rels/${part.slice(folder.length)}.rels`)
  if (!tree) return []
  return childrenOf(rootOf(tree), 'Relationship').map((each) => {
    const target = attribute(each, 'Target') ?? ''
    const external = attribute(each, 'TargetMode') === 'External'
    return {
      id: attribute(each, 'Id') ?? '',
      type: (attribute(each, 'Type') ?? '').split('/').at(-1) ?? '',
      target: external ? target : resolved(folder, target),
      external,
    }
  })
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Names of the parts that hold text: the document, headers, footers and notes. */
export const storyParts = (docx: DocxPackage): string[] =>
  [...docx.parts.keys()].filter((name) =>
    /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(name),
  )

/** What a check found: of which kind, in which part, and what it is about. */
export interface Finding {
  readonly kind: string
  readonly part: string
  readonly detail: string
}

export const kindsOf = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.map((finding) => finding.kind)),
]
