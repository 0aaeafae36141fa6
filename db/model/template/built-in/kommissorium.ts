import type { Template } from '../template.ts'
import { ambition, followUp, ownSection } from './common.ts'

export const kommissorium: Template = {
  key: 'kommissorium',
  version: 1,
  name: 'Kommissorium',
  guidance:
    'Grundlag for et forløb, der skal sættes i gang: hvorfor, hvad og hvordan. Det skal kunne vedtages, så skriv opgave, mandat og frister uden forbehold.',
  title: 'Kommissorium',
  variants: [{ key: 'standard', label: 'Standard', cover: [] }],
  top: ['section', 'theme', 'indsats'],
  sections: [
    {
      key: 'baggrund',
      title: 'Indledning og baggrund',
      guidance:
        'Fortæl kort, hvem der har bestilt kommissoriet, hvilken beslutning det bygger på, og hvad der er gået forud. Henvis til sagsnummer og mødedato, hvor det hjælper læseren.',
      children: ['section', 'theme', 'indsats'],
      annex: false,
      begins: 'flow',
    },
    {
      key: 'hvorfor',
      title: 'Hvorfor? Konteksten',
      guidance:
        'Beskriv den situation, der gør forløbet nødvendigt, med tal og tendenser fra kommunen selv. Skeln mellem det, I ved, og det, I antager.',
      children: ['section', 'theme', 'indsats'],
      annex: false,
      begins: 'flow',
    },
    {
      key: 'hvad',
      title: 'Hvad? Begrundelsen',
      guidance:
        'Nummerér de mål, forløbet skal nå, og begrund hvert af dem i en sætning eller to. Et mål siger, hvad der er anderledes bagefter; det, I vil gøre, hører til i det næste afsnit.',
      children: ['section', 'theme', 'indsats'],
      annex: false,
      begins: 'flow',
    },
    {
      key: 'hvordan',
      title: 'Hvordan? Strategien',
      guidance:
        'Beskriv fremgangsmåde, organisering, tidsplan og økonomi, og skriv, hvem der kan beslutte hvad. Nævn også, hvornår forløbet vurderes, og hvad der kan få jer til at stoppe det.',
      boilerplate:
        '**Organisering:** Direktionen er styregruppe for forløbet. Det enkelte center har ansvaret for de indsatser, som ligger hos det.\n\n**Opfølgning:** Styregruppen gør status i maj og september og forelægger den for Økonomiudvalget.',
      children: ['section', 'theme', 'indsats'],
      annex: false,
      begins: 'flow',
    },
    {
      key: 'bilag-indsatser',
      title: 'Mulige organisatoriske indsatser',
      guidance:
        'Saml de mulige indsatser i grupper, og slut hver indsats med en frist eller et tidspunkt for, hvornår den går i gang. Pejlemærker og andet, der gælder for alle indsatser, står i teksten før grupperne.',
      children: ['theme', 'indsats', 'section'],
      annex: true,
      begins: 'page',
    },
    {
      key: 'bilag-principper',
      title: 'De bærende principper',
      guidance:
        'Skriv fem til otte principper som punkter, hvert på en linje eller to. Tag kun dem med, der kan afgøre et valg undervejs.',
      children: ['section', 'theme', 'indsats'],
      annex: true,
      begins: 'page',
    },
  ],
  nodes: {
    section: ownSection(['section', 'theme', 'indsats']),
    theme: {
      label: { singular: 'Indsatsgruppe', plural: 'Indsatsgrupper' },
      guidance:
        'Overskriften for en gruppe af indsatser, der hører sammen, fordi de har samme formål eller samme ansvarlige. Forklar kun sammenhængen, hvis den ikke fremgår af overskriften.',
      layout: 'chapter',
      children: ['indsats', 'theme'],
      text: true,
      measured: false,
      groups: [ambition],
    },
    indsats: {
      label: { singular: 'Indsats', plural: 'Indsatser' },
      guidance:
        'Beskriv indsatsen i et kort afsnit, så den kan sættes i gang uden flere forklaringer, og giv den en frist som milepæl. Er det uvist, om den skal gennemføres, så skriv, hvem der afgør det og hvornår.',
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
