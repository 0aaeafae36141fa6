import { setImmediate } from 'node:timers/promises'
import { type Document, Packer } from 'docx'
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate'
import { contextOf } from './body.ts'
import { defaultCharacterStyle } from './styles.ts'
import type { Writing } from './writing.ts'
import { writeXml } from './xml.ts'

/** Entries of a zip cannot be older; the same for all, so that the same document gives the same bytes. */
const entryTime = new Date(1980, 0, 1)

const typesPart = '[Content_Types].xml'
const documentPart = 'word/document.xml'
const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/**
 * The document's file. The body is compressed block by block as it comes; the other parts are what the library makes
 * of the shell once the body has told it which lists and addresses there are.
 */
export async function packageOf(
  shell: Document,
  body: Iterable<string>,
  writing: Writing,
  date: string,
): Promise<Uint8Array> {
  const zip = newZip()
  // Programs that guess the kind of file look at the first entry.
  const types = zip.entry(typesPart)
  const document = zip.entry(documentPart)
  const [opening, closing] = frameOf(shell)
  document.push(strToU8(opening))
  for (const xml of body) {
    document.push(strToU8(xml))
    // Between two blocks others get their turn, the collector of what was written among them.
    await setImmediate()
  }
  document.push(strToU8(closing), true)
  for (const [id, address] of writing.addresses) {
    shell.Document.Relationships.addRelationship(id, hyperlink, address, 'External')
  }
  for (const [path, bytes] of Object.entries(unzipSync(await Packer.pack(shell, 'uint8array')))) {
    if (path === typesPart) types.push(bytes, true)
    else if (path !== documentPart) zip.entry(path).push(completed(path, bytes, shell, date), true)
  }
  return zip.end()
}

function newZip() {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  return {
    entry: (path: string): ZipDeflate => {
      const entry = new ZipDeflate(path, { level: 6 })
      entry.mtime = entryTime
      zip.add(entry)
      return entry
    },
    end: (): Uint8Array => {
      zip.end()
      return Buffer.concat(chunks)
    },
  }
}

/** What stands before and after the body's blocks. */
function frameOf(shell: Document): [opening: string, closing: string] {
  const xml = writeXml(shell.Document.View.prepForXml(contextOf(shell)) ?? {})
  const from = xml.indexOf('<w:body>') + '<w:body>'.length
  const to = xml.indexOf('</w:body>')
  return [`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml.slice(0, from)}`, xml.slice(to)]
}

/** What the library leaves out of a part or decides by the clock. */
function completed(path: string, bytes: Uint8Array, shell: Document, date: string): Uint8Array {
  if (path === 'docProps/core.xml') return strToU8(withDate(strFromU8(bytes), date))
  if (path === 'word/styles.xml') return strToU8(withDefaultStyle(strFromU8(bytes), shell))
  return bytes
}

function withDefaultStyle(styles: string, shell: Document): string {
  const xml = writeXml(defaultCharacterStyle.prepForXml(contextOf(shell)) ?? {})
  return styles.replace('</w:docDefaults>', `$&${xml}`)
}

/** When it was made and last changed is, for the document, the plan's own date. */
const withDate = (core: string, date: string): string =>
  core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${date}T00:00:00Z`)
