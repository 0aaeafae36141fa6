import type { NodeRule, OutlineType, Row, RowGroup } from '../template.ts'

/** What several plan kinds share: the rows for measuring, the ambition, and the rule for sections of the user's own. */

export const parametre: Row = {
  key: 'parametre',
  label: 'Parametre',
  guidance:
    'Skriv, hvordan effekten kan ses eller måles. En parameter har et udgangspunkt, et mål og et tidspunkt, for eksempel »andel elever med højt fravær: fra 14 til 9 % ultimo 2028«. Interview og observationer er lige så gyldige som tal, når det er aftalt, hvem der spørger hvem, og hvornår.',
  composed: 'indicators',
}

export const milepaele: Row = {
  key: 'milepaele',
  label: 'Milepæle',
  guidance:
    'En milepæl er noget, der er nået på et bestemt tidspunkt, og som andre kan se er nået. Giv den altid en dato eller en periode og en ansvarlig. To til fire milepæle er som regel nok til at følge op i maj og september.',
  composed: 'milestones',
}

/** The row as it stands where the form does not prescribe it. */
export const whenFilled = (row: Row): Row => ({ ...row, onlyWhenFilled: true })

export const followUp: RowGroup = {
  label: 'Opfølgning',
  rows: [whenFilled(parametre), whenFilled(milepaele)],
}

export const ambition: RowGroup = {
  label: 'Ambition',
  rows: [
    {
      key: 'ambition',
      label: 'Ambition',
      guidance:
        'Beskriv i to til fire linjer, hvad der er anderledes for borgere eller medarbejdere, når perioden er gået. Ambitionen skal kunne afvises: Hvis ingen kunne mene det modsatte, siger den for lidt.',
      onlyWhenFilled: true,
    },
  ],
}

/** The rule for sections that the user adds; the sections of the template have their own lists of children. */
export const ownSection = (children: readonly OutlineType[]): NodeRule => ({
  label: { singular: 'Afsnit', plural: 'Afsnit' },
  guidance:
    'Et afsnit samler løbende tekst under en overskrift og kan deles op i underafsnit. Skriv en overskrift, der siger, hvad afsnittet handler om, og begynd med det vigtigste.',
  layout: 'chapter',
  children: [...children],
  text: true,
  measured: false,
  groups: [],
})
