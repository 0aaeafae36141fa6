import type { Template } from '../template.ts'
import { ambition, followUp, ownSection } from './common.ts'
import { strategiplanSections } from './strategiplan-sections.ts'

export const strategiplan: Template = {
  key: 'strategiplan',
  version: 1,
  name: 'Strategiplan',
  guidance:
    'Flerårig, rullende plan for, hvordan organisationen skal udvikle sig. Den går fra udviklingsområder over programmer til indsatser og er grundlag for målaftalerne.',
  title: 'Strategiplan',
  variants: [{ key: 'standard', label: 'Standard', cover: [] }],
  top: ['section', 'theme', 'programme', 'indsats'],
  sections: strategiplanSections,
  nodes: {
    section: ownSection(['section', 'theme', 'programme', 'indsats']),
    theme: {
      label: { singular: 'Udviklingsområde', plural: 'Udviklingsområder' },
      guidance:
        'Indled med, hvorfor området er valgt, og hvilken forandring det skal føre til. En halv side er passende; det konkrete står i programmerne.',
      layout: 'chapter',
      children: ['programme', 'indsats', 'theme'],
      text: true,
      measured: false,
      groups: [ambition],
    },
    programme: {
      label: { singular: 'Program', plural: 'Programmer' },
      guidance:
        'Et program samler indsatser, der tilsammen skal nå én ambition. Skriv ambitionen, før du vælger indsatserne, og spørg for hver af dem, hvad der ville mangle uden den.',
      layout: 'chapter',
      children: ['indsats'],
      text: true,
      measured: true,
      groups: [ambition, followUp],
    },
    indsats: {
      label: { singular: 'Indsats', plural: 'Indsatser' },
      guidance:
        'Skriv indsatsen som et punkt, der begynder med det, der skal gøres. Føj kun tekst til, hvis punktet ellers kan misforstås, og sæt frist og ansvarlig på som milepæl, så de kommer med i bilagets oversigt.',
      layout: 'bullet',
      children: ['indsats'],
      text: true,
      measured: true,
      groups: [followUp],
    },
  },
  document: { titlePage: true, capitals: false, contents: 'always', contentsDepth: 3, numbered: false },
}
