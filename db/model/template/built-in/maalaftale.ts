import type { Template } from '../template.ts'
import { agreementVariants } from './agreement-covers.ts'
import { bidragSheet, indsatsSheet } from './agreement-sheets.ts'
import { ownSection } from './common.ts'

const formaal = `Målaftalen skal bidrage til, at…

- byrådets mål kan følges hele vejen fra vision til den enkelte milepæl,
- centre, afdelinger og institutioner arbejder mod de samme effekter og kender deres del af opgaven, herunder at:
  - det er tydeligt, hvem der koordinerer, og hvem der bidrager,
  - bidragene på tværs er aftalt, før året begynder,
- leder og chef har et fælles grundlag for dialog, læring og justering gennem hele perioden.`

const principper = `Aftalen bygger på kommunens fire styringsprincipper:

**Effekt før aktivitet, fordi:**

- det er forskellen for borgeren, der tæller,
- en effekt skal kunne ses, høres eller måles, og
- aktiviteter kan skiftes ud undervejs, når de ikke virker.

**Tillid med ansvar, fordi:**

- de bedste løsninger findes tæt på opgaven,
- ansvaret er placeret ét sted, og
- rammen er kendt på forhånd.

**Fælles retning – lokalt handlerum, fordi:**

- målene er fælles, men vejene dertil kan være forskellige,
- samarbejdet går på tværs af centre, og
- lokale forhold må præge valget af metode.

**Opfølgning der lærer os noget, fordi:**

- vi følger op i maj og september,
- vi bruger både tal og fortællinger, og
- vi retter til, mens det stadig gør en forskel.`

export const maalaftale: Template = {
  key: 'maalaftale',
  version: 1,
  name: 'Målaftale',
  guidance:
    'Treårig, effektbaseret aftale for direktion, center eller afdeling og institution. Den samler de indsatser, enheden koordinerer, og de bidrag, den giver til andres.',
  title: 'Målaftale',
  variants: agreementVariants,
  top: ['section', 'indsats', 'bidrag'],
  sections: [
    {
      key: 'formaal',
      title: 'Formål',
      guidance:
        'Teksten er fælles for alle målaftaler i kommunen. Ret den kun, hvis enheden har et særligt grundlag for sin aftale.',
      boilerplate: formaal,
      children: ['section', 'indsats', 'bidrag'],
      annex: false,
      begins: 'page',
    },
    {
      key: 'principper',
      title: 'Principper',
      guidance:
        'De fælles styringsprincipper og en kort begrundelse for hvert. De står på samme side som formålet, så hold teksten på en halv side.',
      boilerplate: principper,
      children: ['section', 'indsats', 'bidrag'],
      annex: false,
      begins: 'flow',
    },
    {
      key: 'indledning',
      title: 'Indledning',
      guidance:
        'Beskriv enheden, dens opgave og de vigtigste udfordringer i perioden, og nævn, hvad der koordineres, og hvad der bidrages til. Politikerne læser denne side først, så begynd med det, der er valgt til, og hvorfor.',
      children: ['section', 'indsats', 'bidrag'],
      annex: false,
      begins: 'page',
    },
    {
      key: 'koordinerende-rolle',
      title: 'Koordinerende rolle',
      guidance:
        'Her står de indsatser, som enheden koordinerer på tværs, med et skema til hver. Tre til otte er overskueligt; bidragene fra andre enheder står i deres egne aftaler.',
      children: ['indsats', 'section', 'bidrag'],
      annex: false,
      begins: 'divider',
    },
    {
      key: 'egne-bidrag',
      title: 'Egne bidrag',
      guidance:
        'Her står det, som enheden selv leverer til egne og andres indsatser, med et skema til hvert bidrag. Aftal bidraget med koordinatoren, før det skrives ind.',
      children: ['bidrag', 'section', 'indsats'],
      annex: false,
      begins: 'divider',
      variants: ['center', 'afdeling'],
    },
  ],
  nodes: {
    section: ownSection(['section', 'indsats', 'bidrag']),
    indsats: {
      label: { singular: 'Indsats', plural: 'Indsatser' },
      guidance:
        'En indsats, som enheden koordinerer. Knyt den til de politiske mål, den skal virkeliggøre, og sørg for, at mindst én enhed bidrager til den.',
      layout: 'sheet',
      children: ['indsats'],
      text: false,
      measured: true,
      groups: indsatsSheet,
    },
    bidrag: {
      label: { singular: 'Bidrag', plural: 'Bidrag' },
      guidance:
        'Det, enheden selv gør for en indsats. Knyt bidraget til indsatsen, så koordinatoren kan se det, og giv det parametre og milepæle, som enheden selv har hånd om.',
      layout: 'sheet',
      children: [],
      text: false,
      measured: true,
      groups: bidragSheet,
    },
  },
  document: { titlePage: true, capitals: true, contents: 'published', contentsDepth: 2, numbered: false },
}
