/** What is wrong with a value in an exchange file; stands after its path: "plan.outline[2].title: mangler". */
export const exchangeProblems = {
  missing: 'mangler',
  empty: 'må ikke være tom',
  unknownKey: (key: string) => `»${key}« kendes ikke her`,
  expected: (what: string) => `skal være ${what}`,
  oneOf: (values: readonly string[]) => `skal være ${values.map((value) => `»${value}«`).join(' eller ')}`,
  unknownType: (types: readonly string[]) =>
    `er ikke en kendt type; vælg mellem ${types.map((type) => `»${type}«`).join(', ')}`,
  tooLong: (limit: number) => `er længere end ${limit.toLocaleString('da-DK')} tegn`,
  tooDeep: (limit: number) => `ligger mere end ${limit} niveauer nede`,
  notStorable: 'indeholder et tegn, som ikke kan gemmes (NUL eller et halvt tegn)',
  year: 'skal være et årstal mellem 1900 og 2200',
  date: 'skal være en dato som 2027-06-17',
  periodReversed: 'slutter, før den begynder',
  unknownTemplate: (key: string, known: readonly string[]) =>
    `skabelonen »${key}« findes ikke; kendte skabeloner: ${known.join(', ')}`,
  noVariants: (template: string) => `skabelonen »${template}« har ingen varianter`,
  unknownVariant: (key: string, known: readonly string[]) =>
    `varianten »${key}« findes ikke; kendte varianter: ${known.join(', ')}`,
  unknownCoverRow: (key: string, known: readonly string[]) =>
    `»${key}« er ikke en forsiderække i skabelonen; kendte rækker: ${known.join(', ')}`,
  unknownSection: (key: string, known: readonly string[]) =>
    `afsnittet »${key}« findes ikke i skabelonen; kendte afsnit: ${known.join(', ')}`,
  unknownField: (key: string, known: readonly string[]) =>
    known.length === 0
      ? `»${key}« findes ikke; denne type har ingen felter i skabelonen`
      : `feltet »${key}« findes ikke i skabelonen; kendte felter: ${known.join(', ')}`,
  notAllowedHere: (type: string, parent: string | null) =>
    `»${type}« kan ikke stå ${parent === null ? 'på planens øverste niveau' : `under »${parent}«`}`,
  notMeasured: 'denne type har ingen milepæle eller parametre i skabelonen',
  duplicateId: (id: string) => `id »${id}« er brugt før i planen`,
  duplicatePlan: (id: string) => `planens id »${id}« bruges også af en anden af filerne`,
  brokenReference: (reference: string) => `henvisningen »${reference}« peger på noget, som ikke findes`,
  wrongTarget: (reference: string, type: string, expected: string) =>
    `henvisningen »${reference}« peger på typen »${type}«, men skal pege på »${expected}«`,
  duplicateReference: (reference: string) => `»${reference}« står her allerede`,
  kinds: {
    string: 'tekst',
    number: 'et tal',
    int: 'et helt tal',
    array: 'en liste',
    object: 'et objekt',
    boolean: 'true eller false',
    null: 'null',
  },
} as const
