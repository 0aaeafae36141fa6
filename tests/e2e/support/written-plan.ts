import { expect } from 'vitest'
import type { ExchangeFile } from '../../../db/model/exchange/schema.ts'
import { formatCommonMark, parseCommonMark } from '../../../db/model/rich-text/common-mark.ts'
import { maalaftale } from '../../../db/model/template/built-in/maalaftale.ts'

const boilerplate = maalaftale.sections.flatMap(({ key, title, boilerplate: text }) =>
  text === undefined
    ? []
    : [{ type: 'section' as const, key, title, text: formatCommonMark(parseCommonMark(text)) }],
)

const SIGNS = 'æøå ÆØÅ @£$€{[]}'

/** What the story of the keyboard writes, as an exchange file. Ids are made as they are needed. */
export const written: ExchangeFile = {
  format: 'planvaerk-plan',
  version: 1,
  organisation: { name: 'Sundkøbing Kommune' },
  plan: {
    template: 'maalaftale',
    variant: 'center',
    title: 'Målaftale for skolerne',
    period: { from: 2027, to: 2029 },
    unit: 'Center for Børn & Læring',
    status: 'udkast',
    outline: [
      ...boilerplate,
      { type: 'section', key: 'indledning', title: 'Indledning' },
      {
        type: 'section',
        key: 'koordinerende-rolle',
        title: 'Koordinerende rolle',
        children: [
          {
            type: 'indsats',
            id: expect.any(String),
            title: 'Flere børn læser med glæde',
            fields: {
              ophav: 'Udvalgsstrategien 2026',
              beskrivelse:
                'Alle skoler gør **tre ting** på samme tid:\n\n- læsebånd hver dag\n- makkerlæsning på tværs\n  - i 0. og 5. klasse\n\n1. først de yngste\n2. så alle\n\nForældrene er med.',
              afsaet: 'Læseprøverne fra 2025.',
              maalgruppe: 'Elever i 0.-6. klasse',
              effekt: 'Flere børn læser i deres fritid.',
              organisering: 'Skolechefen leder.',
              oekonomi: 'Inden for rammen.',
            },
            indicators: [
              {
                title: 'Elever, der læser ugentligt',
                unit: '%',
                baseline: '41',
                target: '60',
                when: 'ultimo 2029',
              },
            ],
            milestones: [
              { title: 'Læsebåndet er i gang', when: 'efteråret 2027', responsible: 'Skolechefen' },
              { title: 'Alle er med', when: '3. kvartal 2028' },
            ],
          },
          {
            type: 'indsats',
            title: 'Stærke overgange',
            children: [
              { type: 'indsats', title: 'Fra dagtilbud til skole' },
              { type: 'indsats', title: 'Fra skole til uddannelse' },
            ],
          },
          { type: 'indsats', title: SIGNS, fields: { ophav: SIGNS } },
        ],
      },
      {
        type: 'section',
        key: 'egne-bidrag',
        title: 'Egne bidrag',
        children: [
          {
            type: 'bidrag',
            title: 'Læsning i fritiden',
            contributesTo: [expect.any(String)],
            coordinators: ['Center for Børn & Læring', 'Biblioteket'],
            fields: {
              ophav: 'Egen indsats',
              beskrivelse: 'Vi åbner skolebiblioteket om eftermiddagen.',
            },
          },
        ],
      },
    ],
  },
}
