import type { QualityRule } from '../../overview/finding.ts'

const number = (count: number): string => count.toLocaleString('da-DK')

const counted = (count: number, singular: string, plural: string): string =>
  `${number(count)} ${count === 1 ? singular : plural}`

/** »Målgruppe, Økonomi og Parametre« */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`

const quoted = (words: readonly string[]): string => listed(words.map((word) => `»${word}«`))

/** How the filter calls a rule, and how a finding tells what is wrong. */
const rules: Readonly<
  Record<QualityRule, { readonly name: string; readonly says: (about: readonly string[]) => string }>
> = {
  'empty-rows': {
    name: 'Tomme felter',
    says: (labels) =>
      `${labels.length === 1 ? 'Feltet' : 'Felterne'} ${quoted(labels)} er ${labels.length === 1 ? 'tomt' : 'tomme'}`,
  },
  'unmeasured-effect': {
    name: 'Effekt uden parameter',
    says: () => 'Effekten har ingen parametre, så det kan ikke ses, om den nås',
  },
  'no-time': { name: 'Milepæl uden tid', says: () => 'Milepælen har ingen tid' },
  'unclear-time': {
    name: 'Tid, der ikke forstås',
    says: (written) => `Tiden ${quoted(written)} er ikke forstået`,
  },
  'no-year': { name: 'Tid uden årstal', says: (written) => `Tiden ${quoted(written)} har intet årstal` },
  'outside-period': {
    name: 'Tid uden for perioden',
    says: (written) => `Tiden ${quoted(written)} ligger uden for planens periode`,
  },
  'past-without-status': {
    name: 'Passeret uden status',
    says: (written) => `Tiden ${quoted(written)} er passeret, og milepælen har ingen status`,
  },
  'no-goal': {
    name: 'Intet politisk mål bag',
    says: ([indsatser]) =>
      indsatser === undefined
        ? 'Intet politisk mål står bag indsatsen'
        : `Ingen af planens ${indsatser} indsatser er knyttet til et politisk mål`,
  },
  'no-bidrag': { name: 'Indsats uden bidrag', says: () => 'Ingen enhed bidrager til indsatsen' },
  'no-indsats': { name: 'Bidrag uden indsats', says: () => 'Bidraget er ikke knyttet til en indsats' },
  'open-reference': {
    name: 'Åben henvisning',
    says: (references) => `${quoted(references)} findes ikke i projektmappen`,
  },
  'other-coordinator': {
    name: 'Anden koordinator',
    says: (indsatser) => `Koordinatoren er en anden enhed end den, der har ${quoted(indsatser)} i sin plan`,
  },
  'empty-section': { name: 'Tomt afsnit', says: () => 'Afsnittet er tomt' },
  untitled: { name: 'Uden titel', says: () => 'Rækken har ingen titel' },
}

/** The pages over all plans: goals, timeline, follow-up, quality, the organisation, the templates. */
export const overviewTexts = {
  plan: 'Plan',
  unit: 'Enhed',
  allPlans: 'Alle planer',
  allUnits: 'Alle enheder',
  filters: 'Filtre',
  noneMatch: 'Intet passer til filtrene.',
  clearFilters: 'Ryd filtrene',
  ofAll: (shown: number, all: number, singular: string, plural: string) =>
    shown === all ? counted(all, singular, plural) : `${number(shown)} af ${counted(all, singular, plural)}`,

  goals: {
    title: 'Målbillede',
    tree: 'Politiske mål med indsatser og bidrag',
    summary: (goals: number, without: number, loose: number) =>
      [
        `${number(goals)} politiske mål`,
        without === 0 ? 'alle har en indsats' : `${number(without)} uden indsats`,
        ...(loose === 0 ? [] : [`${counted(loose, 'indsats', 'indsatser')} uden mål`]),
      ].join(' · '),
    show: 'Vis',
    levels: { goals: 'Mål', indsatser: 'Indsatser', bidrag: 'Bidrag' },
    gapsOnly: 'Kun huller',
    noGaps: 'Ingen huller: Alle mål har en indsats, og bag alle indsatser står et mål.',
    loose: 'Indsatser uden politisk mål',
    noIndsats: 'Ingen indsats endnu',
    noGoal: 'Intet mål endnu',
    indsatser: (count: number) => counted(count, 'indsats', 'indsatser'),
    bidrag: (count: number) => `${number(count)} bidrag`,
    next: 'Næste milepæl',
    empty: 'Projektmappen har ingen politiske mål endnu',
    emptyHelp:
      'Skriv byrådets og udvalgenes mål i en plan, og knyt indsatserne til dem. Så kan tråden følges herfra helt ud til bidragene.',
    emptyAction: (template: string) => `Ny plan: ${template}`,
  },

  timeline: {
    title: 'Tidsplan',
    count: (shown: number, all: number) => overviewTexts.ofAll(shown, all, 'milepæl', 'milepæle'),
    when: 'Hvornår',
    milestone: 'Milepæl',
    parent: 'Hører til',
    responsible: 'Ansvarlig',
    light: 'Status',
    allResponsible: 'Alle ansvarlige',
    aheadOnly: 'Skjul passerede',
    quarter: (year: number, quarter: number) => `${quarter}. kvartal ${year}`,
    undated: {
      recurring: 'Løbende',
      'no-year': 'Uden årstal',
      unclear: 'Ikke forstået',
      none: 'Uden tid',
    },
    noTime: 'Uden tid',
    understood: (written: string, meaning: string) => `${written} → ${meaning}`,
    today: (date: string) => `I dag, ${date}`,
    empty: 'Der er ingen milepæle endnu',
    emptyHelp:
      'Åbn en plan, vælg en indsats eller et bidrag, og tryk Alt+M for at skrive den første milepæl.',
    emptyAction: 'Gå til planerne',
  },

  followUp: {
    title: 'Opfølgning',
    count: (shown: number, all: number) => overviewTexts.ofAll(shown, all, 'række', 'rækker'),
    noRound: (name: string) => `Der er ikke fulgt op endnu. Giv den første status, så begynder »${name}«.`,
    lights: 'Status',
    all: 'Alle',
    withCount: (name: string, count: number) => `${name} ${number(count)}`,
    row: 'Indsats, bidrag eller milepæl',
    when: 'Tid',
    type: 'Slags',
    light: 'Status',
    lightOf: (title: string) => `Status for »${title}«`,
    empty: 'Der er intet at følge op på endnu',
    emptyHelp: 'Der følges op på indsatser, bidrag og milepæle. Skriv dem i planerne, så står de her.',
    emptyAction: 'Gå til planerne',
  },

  quality: {
    title: 'Kvalitet',
    count: (shown: number, all: number) => overviewTexts.ofAll(shown, all, 'fund', 'fund'),
    rule: 'Regel',
    allRules: 'Alle regler',
    withCount: (name: string, count: number) => `${name} (${number(count)})`,
    row: 'Række',
    finding: 'Fund',
    ofPlan: (plan: string, count: number) => `${plan} · ${number(count)} fund`,
    rules,
    none: 'Ingen fund',
    noneHelp:
      'Felterne er udfyldt, milepælene har en tid, og tråden fra mål til bidrag hænger sammen i alle planer.',
    empty: 'Der er ingen planer at se efter endnu',
    emptyHelp: 'Her står det, der mangler eller ikke hænger sammen, når der er planer i projektmappen.',
    emptyAction: 'Gå til planerne',
  },

  organisation: {
    title: 'Organisation',
    name: 'Organisationens navn:',
    renameOf: (name: string) => `Omdøb »${name}«`,
    newName: (name: string) => `Nyt navn til »${name}«`,
    units: 'Enheder',
    count: (count: number) => counted(count, 'enhed', 'enheder'),
    unit: 'Enhed',
    plans: 'Planer',
    coordinated: 'Koordinerer',
    bidrag: 'Bidrag',
    planCount: (count: number) => counted(count, 'plan', 'planer'),
    indsatser: (count: number) => counted(count, 'indsats', 'indsatser'),
    bidragCount: (count: number) => `${number(count)} bidrag`,
    noPlans: (unit: string) => `${unit} har ingen planer endnu`,
    taken: (name: string) => `Enheden »${name}« findes allerede`,
    empty: 'Der er ingen enheder endnu',
    emptyHelp: 'En enhed kommer til, når du giver en plan en enhed eller vælger en koordinator.',
    emptyAction: 'Ny plan',
  },

  templates: {
    title: 'Skabeloner',
    list: 'Skabeloner i projektmappen',
    newPlan: 'Ny plan fra skabelonen',
    plans: (count: number) => (count === 0 ? 'Ingen planer endnu' : counted(count, 'plan', 'planer')),
    cover: 'Forside',
    noCover: 'Forsiden har kun titel, enhed og periode.',
    sections: 'Afsnit',
    annex: 'Bilag',
    boilerplate: 'Begynder med en fast tekst',
    table: 'Får en tabel, der dannes af planen',
    tableOnRequest: 'Kan få en tabel, der dannes af planen',
    onlyIn: (variants: readonly string[]) => `Kun i ${listed(variants)}`,
    nodes: 'Det, planen består af',
    holds: (types: readonly string[]) => `Kan rumme ${listed(types)}`,
    text: 'Tekst',
    textHelp: 'Løbende tekst under titlen.',
    whenFilled: 'Står kun i dokumentet, når feltet er udfyldt',
    composed: {
      title: 'Titlen',
      coordinators: 'De valgte enheder og egen tekst',
      milestones: 'Milepælene og egen tekst',
      indicators: 'Parametrene og egen tekst',
    },
    kinds: {
      text: 'Tekst på én linje',
      date: 'Dato',
      person: 'Person',
      unit: 'Enhed',
      rich: 'Løbende tekst',
    },
    empty: 'Projektmappen har ingen skabeloner',
    emptyHelp: 'En ny projektmappe begynder med skabelonerne til alle slags planer.',
  },
} as const
