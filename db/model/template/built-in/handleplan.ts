import type { Template } from '../template.ts'
import { ambition, followUp, ownSection } from './common.ts'

export const handleplan: Template = {
  key: 'handleplan',
  version: 1,
  name: 'Handleplan',
  guidance:
    'Etårig plan, ofte bilag til fokusaftalen. Den siger i nutid, hvad der sker, hvem der gør det, og hvornår det er gjort.',
  title: 'Handleplan',
  variants: [{ key: 'standard', label: 'Standard', cover: [] }],
  top: ['section', 'theme', 'programme', 'indsats'],
  sections: [
    {
      key: 'formaal',
      title: 'Formål',
      guidance:
        'Skriv, hvilken aftale handleplanen udmønter, hvilken periode den dækker, og hvem der følger op på den. En halv side er nok.',
      boilerplate:
        'Handleplanen udmønter fokusaftalen i konkrete indsatser for året. Den viser, hvad der skal ske på de enkelte områder, og hvornår det skal være nået.\n\nDirektionen følger op på planen i maj og september og orienterer udvalgene om fremdriften.',
      children: ['section', 'theme', 'programme', 'indsats'],
      annex: false,
      begins: 'flow',
    },
    {
      key: 'udvikling-af-driften',
      title: 'Udvikling af driften',
      guidance:
        'Beskriv, hvordan driften udvikles samtidig med, at indsatserne gennemføres: hvad der fortsætter, hvad der ændres, og hvad der stopper for at gøre plads. Skal organisationens egen udvikling have sine egne indsatser, kan de stå her eller i et afsnit for sig.',
      children: ['section', 'theme', 'programme', 'indsats'],
      annex: false,
      begins: 'flow',
    },
    {
      key: 'maal-og-indsatser',
      title: 'Mål og indsatser',
      guidance:
        'Opdel indsatserne i temaer og undertemaer, så hvert fagudvalg hurtigt finder sit eget. Ved eksport kan planen også få en tabel over alle indsatser med ansvarlig, milepæl, frist og status.',
      children: ['theme', 'programme', 'indsats', 'section'],
      annex: false,
      begins: 'flow',
      overview: {
        // The whole plan: the development of the organisation itself stands in sections of its own.
        of: [],
        columns: [
          { label: 'Indsats', value: 'indsats', width: 34 },
          { label: 'Ansvarlig', value: 'responsible', width: 18 },
          { label: 'Milepæl', value: 'milestone', width: 24 },
          { label: 'Frist', value: 'when', width: 13 },
          { label: 'Status', value: 'status', width: 11 },
        ],
        landscape: true,
        rowPer: 'milestone',
      },
      overviewWhen: 'on-request',
    },
  ],
  nodes: {
    section: ownSection(['section', 'theme', 'programme', 'indsats']),
    theme: {
      label: { singular: 'Tema', plural: 'Temaer' },
      guidance:
        'Det øverste niveau, for eksempel velfærd, vækst og bæredygtighed. Brug de samme temaer som i den aftale, planen udmønter.',
      layout: 'chapter',
      children: ['programme', 'indsats', 'theme'],
      text: true,
      measured: false,
      groups: [ambition],
    },
    programme: {
      label: { singular: 'Undertema', plural: 'Undertemaer' },
      guidance:
        'En målgruppe eller et fagområde under temaet, for eksempel børn, unge eller ældre. En enkelt linje om målet er nok, hvis indsatserne taler for sig selv.',
      layout: 'chapter',
      children: ['indsats'],
      text: true,
      measured: true,
      groups: [ambition, followUp],
    },
    indsats: {
      label: { singular: 'Indsats', plural: 'Indsatser' },
      guidance:
        'Skriv et afsnit i nutid med et tydeligt grundled: hvem gør hvad, og hvornår er det gjort. Titlen står med fed skrift foran teksten, så gentag den ikke. Frister kan stå i teksten, men som milepæle kommer de også med i oversigten og opfølgningen.',
      layout: 'run-in',
      children: ['indsats'],
      text: true,
      measured: true,
      groups: [followUp],
      titleEnd: ': ',
    },
  },
  document: { titlePage: false, capitals: false, contents: 'never', contentsDepth: 2, numbered: false },
}
