import type { Document } from 'docx'

/** What the library writes for a list until it knows the list's number. */
const placeholder = /<w:numId w:val="\{([^"}]+)\}"\/>/gu

/** Writes the numbers of the lists into a block's XML. Lists are known once their paragraphs were made. */
export function listNumbers(shell: Document): (xml: string) => string {
  const numbers = new Map<string, number>()
  const refresh = () => {
    for (const { reference, instance, numId } of shell.Numbering.ConcreteNumbering) {
      numbers.set(`${reference}-${instance}`, numId)
    }
  }
  return (xml) =>
    xml.replace(placeholder, (_, list: string) => {
      if (!numbers.has(list)) refresh()
      return `<w:numId w:val="${numbers.get(list)}"/>`
    })
}
