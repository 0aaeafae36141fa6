import type { Cover, ReportBlock, ReportPlace } from '../../db/model/report/report.ts'

/** A place as the page carries it: "3.0:beskrivelse", "3.0" for the node itself, "" for the plan, ":center" for its cover. */
export const codeOf = ({ path, key }: ReportPlace): string =>
  key === undefined ? path.join('.') : `${path.join('.')}:${key}`

export function placeOf(code: string): ReportPlace {
  const colon = code.indexOf(':')
  const digits = colon === -1 ? code : code.slice(0, colon)
  const path = digits === '' ? [] : digits.split('.').map(Number)
  return colon === -1 ? { path } : { path, key: code.slice(colon + 1) }
}

/** The nearest place that the page shows: the row, else its node, else the node above it. */
export function nearest(place: ReportPlace, shown: (code: string) => boolean): string | null {
  const exact = codeOf(place)
  if (shown(exact)) return exact
  const above = Array.from({ length: place.path.length + 1 }, (_, up) =>
    codeOf({ path: place.path.slice(0, place.path.length - up) }),
  )
  return above.find(shown) ?? null
}

/** What a piece of the page carries that a click goes to. `current` is the code of the place where the user is. */
export function placed(at: ReportPlace | undefined, current: string | null) {
  if (at === undefined) return {}
  const code = codeOf(at)
  return {
    'data-at': code,
    tabIndex: -1,
    ...(code === current ? { 'aria-current': 'location' as const } : {}),
  }
}

const codesOfBlocks = new WeakMap<ReportBlock, ReadonlySet<string>>()

/** Whether a block shows a place, by its code; blocks are gone through once. */
export function showsPlace(block: ReportBlock, code: string): boolean {
  const known = codesOfBlocks.get(block) ?? new Set(codesIn(block))
  codesOfBlocks.set(block, known)
  return known.has(code)
}

/** The codes of all places in a block. */
export function codesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) =>
    name === 'at' && isPlace(each) ? [codeOf(each)] : codesIn(each),
  )
}

const isPlace = (value: unknown): value is ReportPlace =>
  typeof value === 'object' && value !== null && 'path' in value && Array.isArray(value.path)

/** The codes of the cover: the plan itself, and its rows. */
export const coverCodes = ({ rows }: Cover): readonly string[] => [
  codeOf({ path: [] }),
  ...rows.flatMap(({ key }) => (key === undefined ? [] : [codeOf({ path: [], key })])),
]
