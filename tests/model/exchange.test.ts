import { describe, expect, test } from 'vitest'
import { parseExchange } from '../../db/model/exchange/parse.ts'
import { builtInTemplates } from '../../db/model/template/built-in/index.ts'

const file = (plan: Readonly<Record<string, unknown>>) => ({
  format: 'planvaerk-plan',
  version: 1,
  organisation: { name: 'Sundkøbing Kommune' },
  plan: {
    template: 'maalaftale',
    title: 'Målaftale',
    period: { from: 2027, to: 2029 },
    unit: 'Direktionen',
    status: 'udkast',
    outline: [],
    ...plan,
  },
})

const outline = (...nodes: readonly unknown[]) => file({ outline: nodes })
const section = (...children: readonly unknown[]) => ({ type: 'section', title: 'Afsnit', children })

function nested(depth: number): unknown {
  let node: unknown = section()
  for (let level = 1; level < depth; level++) node = section(node)
  return node
}

describe('a file that is not right is refused with the path of the first wrong value', () => {
  test.each<[string, unknown, string]>([
    ['another format', { ...file({}), format: 'word' }, 'format: skal være »planvaerk-plan«'],
    ['a later version', { ...file({}), version: 2 }, 'version: skal være »1«'],
    ['an unknown key', { ...file({}), extra: 1 }, 'extra: »extra« kendes ikke her'],
    ['no unit', file({ unit: undefined }), 'plan.unit: mangler'],
    [
      'a reversed period',
      file({ period: { from: 2029, to: 2027 } }),
      'plan.period: slutter, før den begynder',
    ],
    [
      'a date that is none',
      file({ case: { meetingDate: '2027-02-30' } }),
      'plan.case.meetingDate: skal være en dato som 2027-06-17',
    ],
    ['an unknown template', file({ template: 'hest' }), 'plan.template: skabelonen »hest« findes ikke'],
    ['an unknown variant', file({ variant: 'hest' }), 'plan.variant: varianten »hest« findes ikke'],
    [
      'a variant where there are none',
      file({ template: 'handleplan', variant: 'center' }),
      'plan.variant: skabelonen »handleplan« har ingen varianter',
    ],
    [
      'an unknown cover row',
      file({ cover: { hest: 'x' } }),
      'plan.cover.hest: »hest« er ikke en forsiderække',
    ],
    ['an unknown type', outline({ type: 'hest', title: 'x' }), 'plan.outline[0].type: er ikke en kendt type'],
    [
      'a type the template does not use',
      file({ template: 'handleplan', outline: [section({ type: 'bidrag', title: 'x' })] }),
      'plan.outline[0].children[0].type: »bidrag« kan ikke stå under »section«',
    ],
    [
      'an unknown section',
      outline({ type: 'section', key: 'hest', title: 'x' }),
      'plan.outline[0].key: afsnittet »hest« findes ikke',
    ],
    [
      'an unknown field',
      outline(section({ type: 'bidrag', title: 'x', fields: { hest: 'x' } })),
      'plan.outline[0].children[0].fields.hest: feltet »hest« findes ikke',
    ],
    [
      'a text for the composed title row',
      outline(section({ type: 'bidrag', title: 'x', fields: { titel: 'x' } })),
      'plan.outline[0].children[0].fields.titel: feltet »titel« findes ikke',
    ],
    [
      'a number for a text',
      outline(section({ type: 'bidrag', title: 'x', milestones: [{ title: 'x', when: 2027 }] })),
      'plan.outline[0].children[0].milestones[0].when: skal være tekst',
    ],
    [
      'a duplicate id',
      outline(section({ type: 'indsats', id: 'a', title: 'x' }), { ...section(), id: 'a' }),
      'plan.outline[1].id: id »a« er brugt før',
    ],
    [
      'a duplicate reference',
      outline(section({ type: 'bidrag', title: 'x', contributesTo: ['a', 'a'] })),
      'plan.outline[0].children[0].contributesTo[1]: »a« står her allerede',
    ],
    [
      'a NUL character',
      outline({ type: 'section', title: 'a\0b' }),
      'plan.outline[0].title: indeholder et tegn, som ikke kan gemmes',
    ],
    [
      'half a character',
      outline({ type: 'section', title: 'x', text: '\ud83d' }),
      'plan.outline[0].text: indeholder et tegn, som ikke kan gemmes',
    ],
    ['a list', [], 'skal være et objekt'],
    ['65 levels', outline(nested(65)), 'ligger mere end 64 niveauer nede'],
    ['1,000 levels', outline(nested(1000)), 'ligger mere end 64 niveauer nede'],
  ])('%s', (_name, json, message) => {
    expect(() => parseExchange(json, builtInTemplates)).toThrow(message)
  })

  test('a path of a deep value names every step', () => {
    expect(() => parseExchange(outline(nested(1000)), builtInTemplates)).toThrow(
      expect.objectContaining({ path: expect.stringMatching(/^plan\.outline\[0\](\.children\[0\])+/) }),
    )
  })

  test('100,000 levels are refused without exhausting the stack', () => {
    expect(() => parseExchange(outline(nested(100_000)), builtInTemplates)).toThrow('niveauer')
  })
})

test('64 levels are a plan', () => {
  expect(parseExchange(outline(nested(64)), builtInTemplates).outline).toHaveLength(1)
})
