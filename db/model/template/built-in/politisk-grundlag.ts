import type { Template } from '../template.ts'
import { followUp, ownSection } from './common.ts'

export const politiskGrundlag: Template = {
  key: 'politisk-grundlag',
  version: 1,
  name: 'Politisk grundlag',
  guidance:
    'De mål, som byrådet og udvalgene har besluttet, samlet ét sted. Andre planer henviser hertil, så hvert mål skal stå, som det er vedtaget.',
  title: 'Politisk grundlag',
  variants: [{ key: 'standard', label: 'Standard', cover: [] }],
  top: ['section', 'goal', 'indsats'],
  sections: [
    {
      key: 'visioner',
      title: 'Visioner',
      guidance:
        'Byrådets visioner, hver med sin egen overskrift og den vedtagne tekst. Skriv i indledningen, hvornår visionen er besluttet, og hvor længe den gælder.',
      children: ['goal', 'section', 'indsats'],
      annex: false,
      begins: 'flow',
    },
    {
      key: 'udvalgenes-strategier',
      title: 'Udvalgenes strategier',
      guidance:
        'Målene i fagudvalgenes strategier og politikker, samlet udvalg for udvalg. Lav et underafsnit til hvert udvalg, hvis der er mange.',
      children: ['goal', 'section', 'indsats'],
      annex: false,
      begins: 'flow',
    },
    {
      key: 'budgetaftalen',
      title: 'Budgetaftalen',
      guidance:
        'Fokusområderne i den gældende budgetaftale. Når en ny aftale er indgået, tilføjes dens fokusområder, og de gamle bliver stående, så længe planer henviser til dem.',
      children: ['goal', 'section', 'indsats'],
      annex: false,
      begins: 'flow',
    },
  ],
  nodes: {
    section: ownSection(['section', 'goal', 'indsats']),
    goal: {
      label: { singular: 'Politisk mål', plural: 'Politiske mål' },
      guidance:
        'Gengiv målet med den ordlyd, der er vedtaget, og nævn beslutningens dato og udvalg i teksten. Delmål kan stå under målet, så indsatser kan knyttes præcist.',
      layout: 'chapter',
      children: ['goal'],
      text: true,
      measured: false,
      groups: [],
    },
    indsats: {
      label: { singular: 'Indsats', plural: 'Indsatser' },
      guidance:
        'En indsats, som politikerne selv har vedtaget sammen med målene. Indsatser, som forvaltningen foreslår for at nå målene, hører til i de øvrige planer.',
      layout: 'run-in',
      children: ['indsats'],
      text: true,
      measured: true,
      groups: [followUp],
      titleEnd: ': ',
    },
  },
  document: { titlePage: true, capitals: false, contents: 'always', contentsDepth: 2, numbered: false },
}
