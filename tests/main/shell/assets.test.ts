import { mkdirSync, writeFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOurPage, mayLoad } from '../../../main/shell/addresses.ts'
import { assetPath, assetResponse } from '../../../main/shell/assets.ts'
import { temporaryFolder } from '../../support/workbooks.ts'

/** A page of three files, and a secret beside it. */
function page(): string {
  const folder = temporaryFolder()
  const root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<meta property="csp-nonce" nonce="%NONCE%"><p nonce="%NONCE%">')
  writeFileSync(join(root, 'assets', 'æble.js'), 'export {}')
  writeFileSync(join(root, 'page.css'), 'p { color: red }')
  writeFileSync(join(folder, 'hemmelig.json'), '{}')
  return root
}

const get = (root: string, path: string) => assetResponse(root, `app://planvaerk${path}`)

describe('the page', () => {
  test.each([
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/%C3%A6ble.js', 'text/javascript; charset=utf-8'],
    ['/page.css?v=1', 'text/css; charset=utf-8'],
  ])('has %s as %s', async (path, type) => {
    const response = await get(page(), path)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('has a new nonce each time it is loaded, in its text and in its policy', async () => {
    const root = page()
    const loads = await Promise.all([get(root, '/index.html'), get(root, '/index.html')])
    const nonces = await Promise.all(
      loads.map(async (response) => {
        const policy = response.headers.get('content-security-policy') ?? ''
        const nonce = /'nonce-([\w-]{22})'/.exec(policy)?.[1] ?? 'none'
        expect(await response.text()).toBe(`<meta property="csp-nonce" nonce="${nonce}"><p nonce="${nonce}">`)
        return nonce
      }),
    )
    expect(nonces[0]).not.toBe(nonces[1])
  })

  test('allows nothing but our own files, and no style or script that is written into it', async () => {
    const policy = (await get(page(), '/index.html')).headers.get('content-security-policy') ?? ''
    expect(policy.replace(/'nonce-[^']+'/, 'NONCE').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' NONCE",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ])
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })
})

describe('what is no file of the page', () => {
  test.each([
    '/findes-ikke.js',
    '/',
    '/assets',
    '/../hemmelig.json',
    '/%2e%2e/hemmelig.json',
    '/..%2fhemmelig.json',
    '/..%5chemmelig.json',
    '/assets/..%2f..%2fhemmelig.json',
    '/%00index.html',
    '/index.html%00.js',
    '/%E6.js',
    '/C:%2fhemmelig.json',
    '//hemmelig.json',
    '/index.html/x.js',
  ])('is not found: %s', async (path) => {
    expect((await get(page(), path)).status).toBe(404)
  })

  test.each([
    'app://andre/index.html',
    'file:///etc/hosts.json',
    'https://planvaerk/index.html',
    'ikke en adresse',
    '',
  ])('is not found: %s', async (address) => {
    expect((await assetResponse(page(), address)).status).toBe(404)
  })

  test('whatever the address says, only files below the folder are named', () => {
    const root = '/opt/planvaerk/renderer'
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('..', '.', '/', '%2f', '%2e', '\\', '%5c', 'a', '.js', ':', '%00', '?', '#'),
        ),
        (parts) => {
          const path = assetPath(root, `app://planvaerk/${parts.join('')}`)
          expect(path === null || normalize(path).startsWith(`${root}/`)).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('who may load and ask', () => {
  test.each([
    ['app://planvaerk/index.html', true],
    ['data:image/png;base64,AA', true],
    ['blob:app://planvaerk/1', true],
    ['devtools://devtools/bundled/x.html', true],
    ['https://example.com/', false],
    ['http://127.0.0.1/', false],
    ['file:///etc/passwd', false],
    ['ws://localhost/', false],
    ['x', false],
  ])('%s: %s', (address, expected) => {
    expect(mayLoad(address)).toBe(expected)
  })

  test('requests are answered to the page itself alone', () => {
    expect(isOurPage({ url: 'app://planvaerk/index.html', parent: null })).toBe(true)
    expect(isOurPage({ url: 'app://planvaerk/index.html', parent: {} })).toBe(false)
    expect(isOurPage({ url: 'app://planvaerk.example/index.html', parent: null })).toBe(false)
    expect(isOurPage({ url: 'https://example.com/', parent: null })).toBe(false)
    expect(isOurPage(null)).toBe(false)
  })
})
