import type { SectionRule } from '../template.ts'

const virkelighed = `Strategiplanen bliver til virkelighed gennem målaftalerne. Direktionens indsatser omsættes til aftaler med centrene, og centrenes bidrag omsættes til aftaler med afdelinger og institutioner.

**Opfølgning i maj:** Direktionen gennemgår hele porteføljen af programmer og indsatser, justerer tidsplaner og afklarer, hvor der er brug for hjælp på tværs.

**Opfølgning i september:** Direktionen vurderer, om effekterne viser sig, og beslutter, hvad der skal med i næste års plan, hvad der ændres, og hvad der afsluttes.`

export const strategiplanSections: SectionRule[] = [
  {
    key: 'formaal',
    title: 'Formål',
    guidance:
      'Skriv, hvad planen skal bruges til, hvem den retter sig mod, og hvordan den hænger sammen med byrådets vision, budgettet og målaftalerne.',
    children: ['section', 'theme', 'programme', 'indsats'],
    annex: false,
    begins: 'page',
  },
  {
    key: 'status',
    title: 'Status på strategiplanen',
    guidance:
      'Gør status på sidste års udviklingsområder, ét ad gangen: hvad er nået, hvad er ikke, og hvad har vi lært. Sæt årstallet for den forrige plan i overskriften.',
    children: ['section', 'theme', 'programme', 'indsats'],
    annex: false,
    begins: 'page',
  },
  {
    key: 'situation',
    title: 'Den strategiske situation',
    guidance:
      'Beskriv de udfordringer, der kommer udefra, som punkter med et fedt stikord først. Giv hver udfordring et tal eller et årstal, og slut med, hvad den betyder for organisationen.',
    children: ['section', 'theme', 'programme', 'indsats'],
    annex: false,
    begins: 'page',
  },
  {
    key: 'tvaergaaende',
    title: 'Tværgående fokus',
    guidance:
      'Beskriv de få hensyn, der går på tværs af alle udviklingsområder, i hver sit korte underafsnit. Forklar, hvordan de skal ses i det daglige arbejde.',
    children: ['section', 'theme', 'programme', 'indsats'],
    annex: false,
    begins: 'flow',
  },
  {
    key: 'udviklingsomraader',
    title: 'Udviklingsområder',
    guidance:
      'Begrund valget af udviklingsområder, og vis, hvordan de svarer på den strategiske situation. Omkring fire områder er passende; hvert område deles op i programmer med indsatser.',
    children: ['theme', 'programme', 'indsats', 'section'],
    annex: false,
    begins: 'page',
  },
  {
    key: 'virkelighed',
    title: 'Hvordan bliver strategiplanen til virkelighed?',
    guidance:
      'Forklar, hvordan planen omsættes til målaftaler, hvem der har ansvaret for porteføljen, og hvad der sker ved opfølgningerne i maj og september.',
    boilerplate: virkelighed,
    children: ['section', 'theme', 'programme', 'indsats'],
    annex: false,
    begins: 'page',
  },
  {
    key: 'bilag-oversigt',
    title: 'Oversigt over udviklingsområder og indsatser',
    guidance:
      'Tabellen dannes af planens udviklingsområder, programmer og indsatser. Skriv kun tekst her, hvis læseren skal have en forklaring til den.',
    children: ['section', 'theme', 'programme', 'indsats'],
    annex: true,
    begins: 'page',
    overview: {
      of: ['udviklingsomraader'],
      columns: [
        { label: 'Udviklingsområde', value: 'theme', width: 20 },
        { label: 'Program', value: 'programme', width: 20 },
        { label: 'Indsats', value: 'indsats', width: 32 },
        { label: 'Ansvarlig', value: 'responsible', width: 14, onlyWhenFilled: true },
        { label: 'Frist', value: 'when', width: 14, onlyWhenFilled: true },
      ],
      landscape: true,
      rowPer: 'node',
    },
    overviewWhen: 'always',
  },
]
