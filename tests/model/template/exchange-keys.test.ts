import { expect, it } from 'vitest'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { rowsOf, ruleOf } from '../../../db/model/template/rules.ts'
import { type OutlineType, outlineType, type Template } from '../../../db/model/template/template.ts'

/** The words of the exchange format, as EXCHANGE.md lists them: other programs write these keys. */

const templateOf = (key: string): Template => {
  const template = builtInTemplates.find((candidate) => candidate.key === key)
  if (!template) throw new Error(`no template ${key}`)
  return template
}

it.each([
  ['center', ['center', 'ansvarlig-chef', 'aftale-indgaaet', 'aftalepart', 'strategisk-afsaet']],
  ['direktion', ['direktion', 'ansvarlig', 'aftalepart', 'aftale-indgaaet', 'strategisk-afsaet']],
  [
    'afdeling',
    [
      'institution-afdeling',
      'center',
      'ansvarlig-leder',
      'aftalepart',
      'aftale-indgaaet',
      'strategisk-afsaet',
    ],
  ],
])('the cover of an agreement at level %s has these rows in this order', (level, keys) => {
  const variant = templateOf('maalaftale').variants.find((candidate) => candidate.key === level)
  expect(variant?.cover.map((row) => row.key)).toEqual(keys)
})

it('an agreement is a centre’s unless it says otherwise', () => {
  expect(templateOf('maalaftale').variants[0]?.key).toBe('center')
})

it('only the strategic ground of an agreement is rich text on a cover', () => {
  const rich = builtInTemplates.flatMap((template) =>
    template.variants.flatMap((variant) => variant.cover.filter((row) => row.kind === 'rich')),
  )
  expect(new Set(rich.map((row) => row.key))).toEqual(new Set(['strategisk-afsaet']))
})

it.each(['fokusaftale', 'handleplan', 'kommissorium', 'strategiplan', 'politisk-grundlag'])(
  '%s has one variant and no cover rows',
  (key) => {
    expect(templateOf(key).variants.map((variant) => variant.cover)).toEqual([[]])
  },
)

it.each([
  ['maalaftale', ['formaal', 'principper', 'indledning', 'koordinerende-rolle', 'egne-bidrag']],
  ['fokusaftale', ['intro', 'hverdagen', 'politisk-afsaet', 'indsatsomraader']],
  ['handleplan', ['formaal', 'udvikling-af-driften', 'maal-og-indsatser']],
  ['kommissorium', ['baggrund', 'hvorfor', 'hvad', 'hvordan', 'bilag-indsatser', 'bilag-principper']],
  [
    'strategiplan',
    ['formaal', 'status', 'situation', 'tvaergaaende', 'udviklingsomraader', 'virkelighed', 'bilag-oversigt'],
  ],
])('%s has these sections in this order', (key, sections) => {
  expect(templateOf(key).sections.map((section) => section.key)).toEqual(sections)
})

it('the annexes are those whose key says so', () => {
  const sections = builtInTemplates.flatMap((template) => template.sections)
  expect(sections.filter((section) => section.annex)).toEqual(
    sections.filter((section) => section.key.startsWith('bilag-')),
  )
})

it.each<[OutlineType, string[]]>([
  [
    'section',
    ['maalaftale', 'fokusaftale', 'handleplan', 'kommissorium', 'strategiplan', 'politisk-grundlag'],
  ],
  ['theme', ['fokusaftale', 'handleplan', 'kommissorium', 'strategiplan']],
  ['programme', ['handleplan', 'strategiplan']],
  [
    'indsats',
    ['maalaftale', 'fokusaftale', 'handleplan', 'kommissorium', 'strategiplan', 'politisk-grundlag'],
  ],
  ['bidrag', ['maalaftale']],
  ['goal', ['politisk-grundlag']],
])('%s is used by these plan kinds', (type, kinds) => {
  const users = builtInTemplates.filter((template) => ruleOf(template, type) !== undefined)
  expect(users.map((template) => template.key)).toEqual(kinds)
})

/** What a type may hold, of the types that the plan kind uses. */
const nesting: Readonly<Record<OutlineType, readonly OutlineType[]>> = {
  section: ['section', 'theme', 'programme', 'indsats', 'bidrag'],
  theme: ['theme', 'programme', 'indsats'],
  programme: ['indsats'],
  indsats: ['indsats'],
  bidrag: [],
  goal: ['goal'],
}

it.each(builtInTemplates.map((template) => [template.key, template] as const))(
  '%s nests as generously as the format',
  (_, template) => {
    for (const type of outlineType.options) {
      const rule = ruleOf(template, type)
      const held = nesting[type].filter((child) => ruleOf(template, child) !== undefined)
      if (rule) expect(rule.children, type).toEqual(expect.arrayContaining(held))
    }
  },
)

it.each<[OutlineType, [label: string, rows: string[]][]]>([
  [
    'indsats',
    [
      ['Indsats', ['titel', 'ophav', 'beskrivelse', 'afsaet']],
      ['Effekt', ['maalgruppe', 'effekt']],
      ['Andet', ['organisering', 'oekonomi']],
    ],
  ],
  [
    'bidrag',
    [
      ['Indsats', ['titel', 'ophav', 'koordinator']],
      ['Bidrag', ['beskrivelse', 'afsaet']],
      ['Effekt', ['problem', 'maalgruppe', 'effekt', 'parametre', 'milepaele']],
      ['Andet', ['organisering', 'oekonomi', 'rapportering']],
    ],
  ],
])('the agreement’s table for %s always has these rows under these side labels', (type, table) => {
  const groups = ruleOf(templateOf('maalaftale'), type)?.groups ?? []
  const prescribed = groups.map((group) => [
    group.label,
    group.rows.filter((row) => row.onlyWhenFilled !== true).map((row) => row.key),
  ])
  expect(prescribed).toEqual(table)
})

it('an indsats of the agreement shows milestones and indicators only when it has some', () => {
  const rule = ruleOf(templateOf('maalaftale'), 'indsats')
  const optional = rule ? rowsOf(rule).filter((row) => row.onlyWhenFilled === true) : []
  expect(optional.map((row) => row.key)).toEqual(['parametre', 'milepaele'])
})

it.each([
  ['titel', 'title'],
  ['koordinator', 'coordinators'],
  ['parametre', 'indicators'],
  ['milepaele', 'milestones'],
])('row %s of a bidrag is composed of its %s', (key, composed) => {
  const rule = ruleOf(templateOf('maalaftale'), 'bidrag')
  expect(rule && rowsOf(rule).find((row) => row.key === key)?.composed).toBe(composed)
})

it('themes and programmes take an ambition, an indsatsområde a tagline', () => {
  const keys = (template: string, type: OutlineType) => {
    const rule = ruleOf(templateOf(template), type)
    return rule ? rowsOf(rule).map((row) => row.key) : []
  }
  for (const kind of ['fokusaftale', 'handleplan', 'kommissorium', 'strategiplan']) {
    expect(keys(kind, 'theme')).toContain('ambition')
  }
  for (const kind of ['handleplan', 'strategiplan']) expect(keys(kind, 'programme')).toContain('ambition')
  expect(keys('fokusaftale', 'indsats')).toContain('tagline')
})
