const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Whether two pieces of plain data say the same. Properties named `but` do not count, however deep they lie. */
export function same(a: unknown, b: unknown, but?: string): boolean {
  if (Object.is(a, b)) return true
  if (!isRecord(a) || !isRecord(b) || Array.isArray(a) !== Array.isArray(b)) return false
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  return names.every((name) => name === but || (name in b && same(a[name], b[name], but)))
}
