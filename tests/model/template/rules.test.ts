import { describe, expect, it } from 'vitest'
import { fokusaftale } from '../../../db/model/template/built-in/fokusaftale.ts'
import { handleplan } from '../../../db/model/template/built-in/handleplan.ts'
import { maalaftale } from '../../../db/model/template/built-in/maalaftale.ts'
import { politiskGrundlag } from '../../../db/model/template/built-in/politisk-grundlag.ts'
import {
  mayStandUnder,
  type Place,
  rowsOf,
  ruleOf,
  sectionOf,
  variantOf,
} from '../../../db/model/template/rules.ts'
import type { NodeType, Template } from '../../../db/model/template/template.ts'

const templates = { fokusaftale, handleplan, maalaftale, politiskGrundlag }

describe('what may stand where', () => {
  it.each<[kind: keyof typeof templates, child: NodeType, parent: Place | null, may: boolean]>([
    ['maalaftale', 'section', null, true],
    ['maalaftale', 'goal', null, false],
    ['maalaftale', 'milestone', null, false],
    ['maalaftale', 'indsats', { type: 'section', sectionKey: 'koordinerende-rolle' }, true],
    ['maalaftale', 'bidrag', { type: 'section', sectionKey: 'egne-bidrag' }, true],
    ['maalaftale', 'theme', { type: 'section', sectionKey: 'egne-bidrag' }, false],
    ['maalaftale', 'bidrag', { type: 'section' }, true],
    ['maalaftale', 'indicator', { type: 'section' }, false],
    ['maalaftale', 'indsats', { type: 'indsats' }, true],
    ['maalaftale', 'indsats', { type: 'bidrag' }, false],
    ['maalaftale', 'milestone', { type: 'indsats' }, true],
    ['maalaftale', 'indicator', { type: 'bidrag' }, true],
    ['maalaftale', 'indicator', { type: 'indicator' }, false],
    ['maalaftale', 'indsats', { type: 'milestone' }, false],
    ['maalaftale', 'indsats', { type: 'theme' }, false],
    ['handleplan', 'programme', { type: 'theme' }, true],
    ['handleplan', 'theme', { type: 'programme' }, false],
    ['handleplan', 'milestone', { type: 'programme' }, true],
    ['handleplan', 'milestone', { type: 'theme' }, false],
    ['fokusaftale', 'theme', { type: 'theme' }, true],
    ['politiskGrundlag', 'goal', null, true],
    ['politiskGrundlag', 'goal', { type: 'section' }, true],
    ['politiskGrundlag', 'goal', { type: 'goal' }, true],
    ['politiskGrundlag', 'milestone', { type: 'goal' }, false],
  ])('%s: %s under %o: %s', (kind, child, parent, may) => {
    expect(mayStandUnder(templates[kind], child, parent)).toBe(may)
  })

  const narrow: Template = {
    ...maalaftale,
    sections: maalaftale.sections.map((section) => ({
      ...section,
      children: section.key === 'egne-bidrag' ? ['bidrag'] : section.children,
    })),
  }

  it.each<[where: string, key: string | undefined, may: boolean]>([
    ['a section that the template narrows', 'egne-bidrag', false],
    ['another section of the template', 'formaal', true],
    ['a section that the template no longer knows', 'fjernet', true],
    ['the user’s own section', undefined, true],
  ])('an indsats in %s (%s): %s', (_, key, may) => {
    const parent: Place = { type: 'section', ...(key !== undefined && { sectionKey: key }) }
    expect(mayStandUnder(narrow, 'indsats', parent)).toBe(may)
  })
})

describe('finding a part of a template', () => {
  it('takes the first variant when none is named, and none when the name is unknown', () => {
    expect(variantOf(maalaftale, null)?.key).toBe('center')
    expect(variantOf(maalaftale, 'afdeling')?.label).toBe('Afdeling/institution')
    expect(variantOf(maalaftale, 'koncern')).toBeUndefined()
  })

  it('knows the sections by their keys', () => {
    expect(sectionOf(maalaftale, 'formaal')?.title).toBe('Formål')
    expect(sectionOf(maalaftale, 'bilag-oversigt')).toBeUndefined()
  })

  it('has no rule for a type that the plan kind does not use', () => {
    expect(ruleOf(maalaftale, 'bidrag')?.layout).toBe('sheet')
    expect(ruleOf(maalaftale, 'theme')).toBeUndefined()
  })

  it('gives the rows across the side labels in the order of the form', () => {
    const bidrag = ruleOf(maalaftale, 'bidrag')
    expect(bidrag && rowsOf(bidrag).map((row) => row.label)).toEqual([
      'Titel',
      'Ophav',
      'Koordinator',
      'Beskrivelse',
      'Afsæt',
      'Problem',
      'Målgruppe',
      'Effekt',
      'Parametre',
      'Milepæle',
      'Organisering',
      'Økonomi',
      'Rapportering',
    ])
  })
})
