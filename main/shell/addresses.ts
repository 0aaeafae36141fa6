/** Where the page lives: a scheme of our own, for pages from files cannot load modules. */
export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://planvaerk`
export const PAGE = `${ORIGIN}/index.html`

/** What a page may load: our own files, and what it made itself. */
const LOADABLE: ReadonlySet<string> = new Set([`${SCHEME}:`, 'data:', 'blob:', 'devtools:'])

/** Whether a page may load the address; no other request is made. */
export const mayLoad = (address: string): boolean =>
  URL.canParse(address) && LOADABLE.has(new URL(address).protocol)

/** Whether a request comes from our own page itself, and not from a frame in it. */
export const isOurPage = (frame: { readonly url: string; readonly parent: unknown } | null): boolean =>
  frame !== null && frame.parent === null && frame.url.startsWith(`${ORIGIN}/`)
