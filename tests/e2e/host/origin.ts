/**
 * Plain Chromium opens no page of a scheme of our own, so `app://planvaerk/…` is shown as `https://planvaerk.invalid/…`. The
 * top-level domain `invalid` exists nowhere (RFC 2606), and `https` makes the page a secure context, as in Electron.
 */
const SUFFIX = '.invalid'

/** The address under which Chromium knows a page or file of the program. */
export function toHost(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url)
  return protocol === 'app:' ? `https://${host}${SUFFIX}${pathname || '/'}${search}${hash}` : url
}

/** The address by which the program knows it; every other address stays as it is. */
export function toApp(url: string): string {
  if (!isOurs(url)) return url
  const { host, pathname, search, hash } = new URL(url)
  return `app://${host.slice(0, -SUFFIX.length)}${pathname}${search}${hash}`
}

export function isOurs(url: string): boolean {
  const { protocol, host } = new URL(url)
  return protocol === 'https:' && host.endsWith(SUFFIX)
}
