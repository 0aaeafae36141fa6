import type { Row, RowGroup } from '../template.ts'
import { milepaele, parametre, whenFilled } from './common.ts'

/** The rows of the agreement's two tables, in the order and under the side labels that the form prescribes. */

const titel: Row = {
  key: 'titel',
  label: 'Titel',
  guidance:
    'Kort og genkendelig, helst under otte ord. Titlen skal kunne stå alene i en dagsorden og i en oversigt på tværs af centrene.',
  composed: 'title',
}

const ophav: Row = {
  key: 'ophav',
  label: 'Ophav',
  guidance:
    'Skriv, hvor indsatsen kommer fra: en vision, en udvalgsstrategi, budgetaftalen, en byrådsbeslutning eller en anden enheds målaftale. Nævn dokument og årstal, så læseren kan slå det efter.',
}

const afsaet: Row = {
  key: 'afsaet',
  label: 'Afsæt',
  guidance:
    'Peg på det strategiske og faglige grundlag, der begrunder netop denne vej: politikker, undersøgelser, erfaringer eller data. Ophav siger, hvem der har bestilt indsatsen; afsæt siger, hvad den hviler på.',
}

const maalgruppe: Row = {
  key: 'maalgruppe',
  label: 'Målgruppe',
  guidance:
    'Afgræns, hvem der skal mærke forskellen, og hvor mange det drejer sig om. Skeln mellem den endelige målgruppe og de medarbejdere eller samarbejdspartnere, der skal gøre noget nyt undervejs.',
}

const effekt: Row = {
  key: 'effekt',
  label: 'Effekt',
  guidance:
    'Beskriv den forskel, målgruppen skal opleve, ikke det, kommunen gør. »Vi afholder kurser« er en aktivitet; »flere borgere klarer sig selv tre måneder efter et forløb« er en effekt. Prøv at læse sætningen uden kommunen som grundled.',
}

const organisering: Row = {
  key: 'organisering',
  label: 'Organisering',
  guidance:
    'Skriv, hvem der leder, hvem der deltager, og hvor beslutningerne træffes. Nævn styregruppe, arbejdsgrupper og de samarbejdspartnere uden for kommunen, der er nødvendige for at lykkes.',
}

const oekonomi: Row = {
  key: 'oekonomi',
  label: 'Økonomi',
  guidance:
    'Angiv beløb, år og finansiering, eller skriv, at indsatsen holdes inden for den nuværende ramme. Nævn også den tid, som medarbejderne skal bruge, hvis det er den reelle udgift.',
}

const beskrivelse: Row = {
  key: 'beskrivelse',
  label: 'Beskrivelse',
  guidance:
    'Fortæl, hvad indsatsen går ud på, hvad den afgrænser sig fra, og hvilken rolle koordinatoren har over for dem, der bidrager. En læser uden for fagområdet skal kunne følge med, så forklar forkortelser første gang.',
}

const koordinator: Row = {
  key: 'koordinator',
  label: 'Koordinator',
  guidance:
    'Den enhed, der koordinerer indsatsen på tværs og samler op på bidragene. Vælg enheden; skriv kun tekst til, hvis en bestemt person eller arbejdsdeling skal nævnes.',
  composed: 'coordinators',
}

const bidragBeskrivelse: Row = {
  key: 'beskrivelse',
  label: 'Beskrivelse',
  guidance:
    'Beskriv det, netop denne enhed gør for, at den fælles indsats lykkes. Gentag ikke hele indsatsen; den står i koordinatorens aftale.',
}

const problem: Row = {
  key: 'problem',
  label: 'Problem',
  guidance:
    'Hvilket problem skal bidraget løse, for hvem, og hvor stort er det? Brug tal eller eksempler fra jeres egen hverdag. Et manglende tilbud er sjældent problemet; skriv, hvad der sker, fordi det mangler.',
}

const rapportering: Row = {
  key: 'rapportering',
  label: 'Rapportering',
  guidance:
    'Skriv, hvem der får besked om fremdriften, hvor tit og i hvilken form. Nævn udvalget, hvis politikerne skal følge bidraget ud over de faste opfølgninger.',
}

export const indsatsSheet: RowGroup[] = [
  { label: 'Indsats', rows: [titel, ophav, beskrivelse, afsaet] },
  // The form has no rows for measuring here, but an indsats may be measured, and then the document says so.
  { label: 'Effekt', rows: [maalgruppe, effekt, whenFilled(parametre), whenFilled(milepaele)] },
  { label: 'Andet', rows: [organisering, oekonomi] },
]

export const bidragSheet: RowGroup[] = [
  { label: 'Indsats', rows: [titel, ophav, koordinator] },
  { label: 'Bidrag', rows: [bidragBeskrivelse, afsaet] },
  { label: 'Effekt', rows: [problem, maalgruppe, effekt, parametre, milepaele] },
  { label: 'Andet', rows: [organisering, oekonomi, rapportering] },
]
