import type { Template } from '../template.ts'
import { ambition, followUp, ownSection } from './common.ts'

export const fokusaftale: Template = {
  key: 'fokusaftale',
  version: 1,
  name: 'Fokusaftale',
  guidance:
    'Årsaftale mellem byrådet og direktionen om de områder, der skal have særlig opmærksomhed. Skriv for byrådsmedlemmer: kort, konkret og til at huske.',
  title: 'Fokus',
  variants: [{ key: 'standard', label: 'Standard', cover: [] }],
  top: ['section', 'theme', 'indsats'],
  sections: [
    {
      key: 'intro',
      title: 'Indledning',
      guidance:
        'Sig på en halv side, hvad byråd og direktion er enige om at have fokus på, og hvorfor netop nu. Skriv også, hvad aftalen ikke ændrer: Den daglige drift fortsætter.',
      boilerplate:
        'Fokusaftalen er indgået mellem byrådet og direktionen. Den peger på de områder, der skal have særlig opmærksomhed i det kommende år, og som rækker længere frem.\n\nAftalen står ikke i stedet for driften. Den viser, hvor byrådet forventer at se en forandring, og hvor direktionen lægger sin ledelseskraft.',
      children: ['section', 'theme', 'indsats'],
      annex: false,
      begins: 'flow',
    },
    {
      key: 'hverdagen',
      title: 'Genkendelig i hverdagen',
      guidance:
        'Beskriv, hvordan borgere og medarbejdere kan genkende aftalen i det, de møder til daglig. To eller tre korte eksempler fra skolen, plejecentret eller borgerservice virker bedre end en almen beskrivelse.',
      children: ['section', 'theme', 'indsats'],
      annex: false,
      begins: 'flow',
    },
    {
      key: 'politisk-afsaet',
      title: 'Det politiske afsæt',
      guidance:
        'Skriv to nummererede lister: visionerne i byrådets strategi og fokusområderne i budgetaftalen. Brug politikernes egne formuleringer, så indsatsområderne kan henvise til numrene.',
      boilerplate:
        'Aftalen tager afsæt i to politiske beslutninger: visionerne i byrådets strategi og fokusområderne i årets budgetaftale.',
      children: ['section', 'theme', 'indsats'],
      annex: false,
      begins: 'flow',
    },
    {
      key: 'indsatsomraader',
      title: 'Indsatsområder',
      guidance:
        'Saml omkring ti indsatsområder under cirka fire overskrifter. Oversigten over dem dannes af sig selv og står før dem, så skriv kun en kort indledning her.',
      children: ['theme', 'indsats', 'section'],
      annex: false,
      begins: 'page',
      overview: {
        of: ['indsatsomraader'],
        columns: [
          { label: 'Overskrift', value: 'theme', width: 40, onlyWhenFilled: true },
          { label: 'Indsatsområde', value: 'indsats', width: 60 },
        ],
        landscape: false,
        rowPer: 'node',
      },
      overviewWhen: 'always',
    },
  ],
  nodes: {
    section: ownSection(['section', 'theme', 'indsats']),
    theme: {
      label: { singular: 'Overskrift', plural: 'Overskrifter' },
      guidance:
        'Samler indsatsområder, der trækker i samme retning. Vælg et ord eller to, som borgere også bruger, og ikke navnet på et forvaltningsområde.',
      layout: 'chapter',
      children: ['indsats', 'theme'],
      text: true,
      measured: false,
      groups: [ambition],
    },
    indsats: {
      label: { singular: 'Indsatsområde', plural: 'Indsatsområder' },
      guidance:
        'Giv området en titel på et til fire ord og skriv en halv til en hel side: hvad der er på spil, hvad der skal ske, og hvad byrådet kan forvente at se ved årets udgang.',
      layout: 'chapter',
      children: ['indsats'],
      text: true,
      measured: true,
      groups: [
        {
          label: 'Indsatsområde',
          rows: [
            {
              key: 'tagline',
              label: 'Tagline',
              guidance:
                'En linje, der står efter titlen og siger, hvad der skal lykkes. Hold den under ti ord, og undlad punktum.',
              onlyWhenFilled: true,
              besideTitle: true,
            },
          ],
        },
        followUp,
      ],
      titleEnd: ' – ',
    },
  },
  document: { titlePage: false, capitals: false, contents: 'never', contentsDepth: 2, numbered: false },
}
