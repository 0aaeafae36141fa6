/**
 * Writes what an element of `docx` gives as XML: `{ name: content }`, where content is a list of elements, texts and
 * `{ _attr }`, or one of these alone. The library writes a whole document at once; this writes one block, so that
 * a long document never lies in memory as objects.
 */
export function writeXml(node: object): string {
  for (const [name, content] of Object.entries(node)) return writeElement(name, content)
  return ''
}

function writeElement(name: string, content: unknown): string {
  let attributes = ''
  let inner = ''
  for (const part of Array.isArray(content) ? content : [content]) {
    if (typeof part === 'string' || typeof part === 'number') inner += escaped(String(part))
    else if (typeof part === 'object' && part !== null) {
      if ('_attr' in part) attributes += writeAttributes(part._attr)
      else inner += writeXml(part)
    }
  }
  return inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`
}

function writeAttributes(attributes: object): string {
  let written = ''
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) written += ` ${name}="${escaped(String(value))}"`
  }
  return written
}

const reserved = /[&<>"]/u
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Most texts hold nothing to escape. */
const escaped = (text: string): string =>
  reserved.test(text) ? text.replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign) : text
