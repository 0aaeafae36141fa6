/** The same in Node and in the browser; the model knows the types of neither. */
declare const URL: {
  readonly parse: (address: string) => { readonly protocol: string; readonly href: string } | null
}

const allowed = new Set(['http:', 'https:', 'mailto:'])

/**
 * The address as a document may hold it: http, https or mailto, percent-encoded, since Word refuses to open a
 * file with an address that is no URI. Undefined for anything else.
 */
export function linkTarget(address: string): string | undefined {
  const url = URL.parse(address.trim())
  return url !== null && allowed.has(url.protocol) ? url.href : undefined
}
