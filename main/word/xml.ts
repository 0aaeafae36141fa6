/**
 * Writes what an element of `docx` gives as XML: `{ name: content }`, where content is a list of elements, texts and
 * `{ _attr }`, or one of these alone. The library writes a whole document at once; this writes one block, so that
 * a long document never lies in memory as objects.
 */
export function writeXml(node: object): string {
  const [entry] = Object.entries(node)
  return entry === undefined ? '' : writeElement(entry[0], entry[1])
}

function writeElement(name: string, content: unknown): string {
  const parts: readonly unknown[] = Array.isArray(content) ? content : [content]
  let attributes = ''
  let inner = ''
  for (const part of parts) {
    if (typeof part === 'string' || typeof part === 'number') inner += escaped(String(part))
    else if (typeof part === 'object' && part !== null) {
      if ('_attr' in part) attributes += writeAttributes(part._attr)
      else inner += writeXml(part)
    }
  }
  return inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`
}

function writeAttributes(attributes: unknown): string {
  if (typeof attributes !== 'object' || attributes === null) return ''
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign)
