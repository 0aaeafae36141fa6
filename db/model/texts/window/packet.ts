import type { Packet, SentPacket } from '../../packet.ts'

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('da-DK')} ${count === 1 ? one : many}`

const day = (iso: string): string =>
  new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'long' }).format(new Date(iso))

const bidrag = (count: number): string =>
  count === 1 ? '1 bidrag' : `${count.toLocaleString('da-DK')} bidrag`
const indsatser = (count: number): string => counted(count, 'indsats', 'indsatser')

/** Contribution packets: what is sent to a unit, and what the unit sees. */
export const packetTexts = {
  title: 'Bidragspakke',
  about:
    'En lille projektmappe til én enhed: de indsatser, enheden bidrager til, og dens egne bidrag, som den skal udfylde. Send filen som vedhæftning; når den kommer tilbage, vælger du »Flet med …«.',
  unit: 'Enhed',
  chooseUnit: 'Vælg enhed',
  unitOption: (name: string, count: number) => (count === 0 ? name : `${name} · ${bidrag(count)}`),
  indsatser: 'Indsatser i pakken',
  filter: 'Find flere indsatser',
  filterHint: 'Sæt hak ved en indsats, som enheden endnu ikke bidrager til, når den skal skrive et bidrag.',
  none: 'Enheden bidrager ikke til nogen indsats endnu. Søg efter dem, den skal bidrage til.',
  noMatch: 'Ingen indsatser passer.',
  missing: 'Intet bidrag endnu',
  coordinatedBy: (unit: string, title: string) => `${unit} · ${title}`,
  contents: (own: number, chosen: number) => `${bidrag(own)} at udfylde · ${indsatser(chosen)} at læse`,
  noPlan:
    'Enheden har ingen plan, som et nyt bidrag kan stå i. Opret en plan for den først, eller vælg kun indsatser, som den bidrager til.',
  send: 'Gem bidragspakke …',
  cancel: 'Annullér',
  close: 'Luk',
  written: (unit: string) => `Bidragspakken til ${unit} er gemt.`,
  next: 'Send filen til enhedens leder. Når den kommer tilbage udfyldt, så vælg »Flet med …«, eller slip filen på vinduet.',
  reveal: 'Vis i mappe',
  another: 'Ny bidragspakke',

  sent: 'Sendte bidragspakker',
  sentTo: ({ unit, sentAt, sentBy }: SentPacket) =>
    sentBy === ''
      ? `Sendt ${day(sentAt)} til ${unit.name}`
      : `Sendt ${day(sentAt)} til ${unit.name} af ${sentBy}`,
  answer: ({ answer }: SentPacket): string => {
    if (!answer) return 'Intet svar endnu'
    const by = answer.by === '' ? '' : ` fra ${answer.by}`
    return `Svar${by} ${day(answer.at)} (${counted(answer.changes, 'ændring', 'ændringer')})`
  },
  answered: (packets: readonly SentPacket[]): string =>
    `${packets.filter(({ answer }) => answer !== null).length.toLocaleString('da-DK')} af ${packets.length.toLocaleString('da-DK')} har svaret`,

  /** The file without its folder; `unit` without what no name of a file may hold. */
  fileName: (unit: string, year: number) => `Bidragspakke – ${unit} – ${year}.sqlite`,

  bar: {
    region: 'Bidragspakke',
    from: ({ unit, madeBy, madeAt }: Packet) =>
      madeBy === ''
        ? `Bidragspakke til ${unit.name}, ${day(madeAt)}.`
        : `Bidragspakke til ${unit.name} fra ${madeBy}, ${day(madeAt)}.`,
    what: 'Udfyld jeres egne bidrag; resten er til at læse. Gem, og send filen tilbage, når I er færdige.',
    show: 'Gå til jeres bidrag',
  },
  locked: 'Kun til læsning',
  onlyInTheWhole: 'Det gøres i den hele projektmappe og ikke i en bidragspakke.',
  lockedHint: 'Kun til læsning: det er ikke jeres eget bidrag.',
} as const
