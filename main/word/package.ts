import { type Document, Packer } from 'docx'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { Writing } from './writing.ts'

/** Entries of a zip cannot be older; the same for all, so that the same document gives the same bytes. */
const entryTime = new Date(1980, 0, 1)

const documentPart = 'word/document.xml'
const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** The document's file: what the library makes of the shell, with the body in it. */
export async function packageOf(shell: Document, body: readonly Uint8Array[], writing: Writing, date: string) {
  for (const [id, address] of writing.addresses) {
    shell.Document.Relationships.addRelationship(id, hyperlink, address, 'External')
  }
  const parts = unzipSync(await Packer.pack(shell, 'uint8array'))
  const entries: Zippable = {}
  // Programs that guess the kind of file look at the first entry.
  for (const path of Object.keys(parts).sort()) {
    const bytes = parts[path]
    if (bytes) entries[path] = [rewritten(path, bytes, body, date), { mtime: entryTime }]
  }
  return zipSync(entries, { level: 6 })
}

function rewritten(path: string, bytes: Uint8Array, body: readonly Uint8Array[], date: string): Uint8Array {
  if (path === documentPart) return withBody(strFromU8(bytes), body)
  if (path === 'docProps/core.xml') return strToU8(withDate(strFromU8(bytes), date))
  return bytes
}

function withBody(xml: string, body: readonly Uint8Array[]): Uint8Array {
  const from = xml.indexOf('<w:body>')
  const to = xml.indexOf('</w:body>')
  return joined([strToU8(xml.slice(0, from + '<w:body>'.length)), ...body, strToU8(xml.slice(to))])
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** When it was made and last changed is, for the document, the plan's own date. */
const withDate = (core: string, date: string): string =>
  core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${date}T00:00:00Z`)
