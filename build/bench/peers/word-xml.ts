import type { Block, Inline, RichText } from '../../../db/model/rich-text/rich-text.ts'

/** Rich text as the XML of Word's paragraphs, for a peer that is given raw XML. Lists are not begun afresh. */
export const wordXml = (text: RichText): string => {
  const xml = blocksXml(text, null, 0)
  return xml === '' ? '<w:p/>' : xml
}

type ListKind = 'bullets' | 'numbers'

const blocksXml = (text: RichText, list: ListKind | null, level: number): string =>
  text.map((block) => blockXml(block, list, level)).join('')

function blockXml(block: Block, list: ListKind | null, level: number): string {
  if (block.type === 'paragraph')
    return `<w:p>${looks(list, level)}${block.content.map(runXml).join('')}</w:p>`
  const below = list === null ? 0 : level + 1
  return block.items.map((item) => blocksXml(item.blocks, block.type, below)).join('')
}

const looks = (list: ListKind | null, level: number): string =>
  list === null
    ? ''
    : `<w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list === 'bullets' ? 1 : 2}"/></w:numPr></w:pPr>`

function runXml(inline: Inline): string {
  if (inline.type === 'break') return '<w:r><w:br/></w:r>'
  const properties = inline.bold ? '<w:rPr><w:b/></w:rPr>' : ''
  return `<w:r>${properties}<w:t xml:space="preserve">${escaped(inline.text)}</w:t></w:r>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
