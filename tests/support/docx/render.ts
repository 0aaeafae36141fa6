import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { below, parseXml, rootOf } from '../../../main/ooxml/xml.ts'

const run = promisify(execFile)

/** A document as LibreOffice lays it out. */
export interface Rendering {
  /** The words of each page in the order in which they are painted: header, body cell by cell, footer. */
  readonly pages: readonly (readonly string[])[]
  /** The headings as the PDF's outline has them, in order; pages count from 1. */
  readonly headings: readonly { readonly title: string; readonly page: number }[]
}

const tools = [
  ['soffice', '--version'],
  ['pdftotext', '-v'],
  ['pdftohtml', '-v'],
] as const

let missing: readonly string[] | undefined

/** Names of the programs that rendering needs and this machine does not have. */
export function missingTools(): readonly string[] {
  missing ??= tools
    .filter(([tool, version]) => spawnSync(tool, [version]).error !== undefined)
    .map(([tool]) => tool)
  return missing
}

/** Lays out all files in one call of LibreOffice, with a profile of its own; in their order. */
export async function render(files: readonly Uint8Array[]): Promise<Rendering[]> {
  const folder = await mkdtemp(join(tmpdir(), 'planvaerk-render-'))
  try {
    const names = files.map((_, index) => join(folder, `${index}.docx`))
    await Promise.all(files.map((bytes, index) => writeFile(names[index] ?? '', bytes)))
    const profile = pathToFileURL(join(folder, 'profile')).href
    const words = [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
    ]
    await run('soffice', [...words, ...names], { timeout: 240_000, cwd: folder })
    return await Promise.all(files.map((_, index) => readPdf(join(folder, `${index}.pdf`))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const large = { maxBuffer: 200_000_000 }

async function readPdf(path: string): Promise<Rendering> {
  const words = await run('pdftotext', ['-bbox', '-raw', '-enc', 'UTF-8', path, '-'], large)
  const outline = await run('pdftohtml', ['-xml', '-i', '-stdout', '-enc', 'UTF-8', path], large)
  const headings = [...outline.stdout.matchAll(/<item page="(\d+)">(.*?)<\/item>/gs)].map(
    ([, page, title]) => ({
      page: Number(page),
      title: rootOf(parseXml(`<item>${title}</item>`)).textContent ?? '',
    }),
  )
  return { pages: pagesOf(words.stdout), headings }
}

function pagesOf(xhtml: string): string[][] {
  const from = xhtml.indexOf('<doc>')
  const root = rootOf(parseXml(storableXml(xhtml.slice(from, xhtml.indexOf('</doc>') + '</doc>'.length))))
  return below(root, 'page').map((page) => below(page, 'word').map((word) => word.textContent ?? ''))
}

/** pdftotext writes glyphs without a meaning as control characters, which no XML holds. */
const storableXml = (xml: string): string => xml.replace(/\p{Cc}/gu, ' ')
