import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { systemCode } from '../../db/file/fs-errors.ts'
import { ORIGIN } from './addresses.ts'

/** What stands in the page where each load's own nonce belongs. */
const NONCE_PLACE = '%NONCE%'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.json': 'application/json; charset=utf-8',
}

/** Nothing but our own files; styles of our own libraries by the nonce of this one load. */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')

/** The file of the page that an address names, or null where it names none: other hosts, other folders, other types. */
export function assetPath(root: string, address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, host, pathname } = new URL(address)
  if (`${protocol}//${host}` !== ORIGIN) return null
  const name = decoded(pathname)
  if (name === null || /[\0\\:]/.test(name) || !(extname(name) in types)) return null
  const path = join(root, name)
  return path.startsWith(root.endsWith(sep) ? root : root + sep) ? path : null
}

/** Answers a request of a page for one of the files below `root`. */
export async function assetResponse(root: string, address: string): Promise<Response> {
  const path = assetPath(root, address)
  const bytes = path === null ? null : await bytesOf(path)
  if (path === null || bytes === null) return new Response(null, { status: 404 })
  const nonce = randomBytes(16).toString('base64url')
  const type = extname(path)
  const headers = {
    'content-type': types[type] ?? '',
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  }
  if (type !== '.html') return new Response(new Uint8Array(bytes), { headers })
  return new Response(bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce), { headers })
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (systemCode(error) === null) throw error
    return null
  }
}
