import type { CoverRow, TemplateVariant } from '../template.ts'

/** The covers of the agreement's three levels; each level has its own order of rows. */

const aftaleIndgaaet: CoverRow = {
  key: 'aftale-indgaaet',
  label: 'Aftale indgået',
  guidance:
    'Datoen for aftalesamtalen, eller mødedatoen når aftalen er politisk besluttet. Lad feltet stå tomt, så længe aftalen er et udkast.',
  kind: 'date',
}

const strategiskAfsaet: CoverRow = {
  key: 'strategisk-afsaet',
  label: 'Strategisk afsæt',
  guidance:
    'Begynd med en sætning om, hvad enheden bidrager til, og nævn derefter de politiske mål og vedtagne indsatser, som aftalen bygger på. Listen kan hentes fra de mål, der er knyttet til indsatserne, og rettes bagefter.',
  kind: 'rich',
}

const center: CoverRow = {
  key: 'center',
  label: 'Center',
  guidance: 'Centrets fulde navn, som det står i organisationsplanen.',
  kind: 'unit',
}

const aftalepart = (guidance: string): CoverRow => ({
  key: 'aftalepart',
  label: 'Aftalepart',
  guidance,
  kind: 'text',
})

const centerCover: TemplateVariant = {
  key: 'center',
  label: 'Center',
  cover: [
    center,
    {
      key: 'ansvarlig-chef',
      label: 'Ansvarlig chef',
      guidance: 'Navnet på den centerchef, der indgår aftalen og står til ansvar for den.',
      kind: 'person',
    },
    aftaleIndgaaet,
    aftalepart(
      'Den, som centret har indgået aftalen med: direktionen eller den ansvarlige direktør ved navn.',
    ),
    strategiskAfsaet,
  ],
}

const direktionCover: TemplateVariant = {
  key: 'direktion',
  label: 'Direktion',
  cover: [
    {
      key: 'direktion',
      label: 'Direktion',
      guidance: 'Skriv direktionen eller det direktørområde, som aftalen gælder for.',
      kind: 'unit',
    },
    {
      key: 'ansvarlig',
      label: 'Ansvarlig',
      guidance:
        'Kommunaldirektøren eller den direktør, der svarer for aftalen over for det politiske niveau.',
      kind: 'person',
    },
    aftalepart('Det politiske organ, som aftalen er indgået med, typisk Økonomiudvalget.'),
    aftaleIndgaaet,
    strategiskAfsaet,
  ],
}

const afdelingCover: TemplateVariant = {
  key: 'afdeling',
  label: 'Afdeling/institution',
  cover: [
    {
      key: 'institution-afdeling',
      label: 'Institution/afdeling',
      guidance: 'Navnet på den skole, institution eller afdeling, som aftalen gælder for.',
      kind: 'unit',
    },
    center,
    {
      key: 'ansvarlig-leder',
      label: 'Ansvarlig leder',
      guidance: 'Navn og stilling på den leder, der indgår aftalen med centret.',
      kind: 'person',
    },
    aftalepart('Centerchefen ved titel og navn, for eksempel »Centerchef Lone Bek«.'),
    aftaleIndgaaet,
    strategiskAfsaet,
  ],
}

export const agreementVariants: TemplateVariant[] = [centerCover, direktionCover, afdelingCover]
