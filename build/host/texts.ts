/** What `npm start` and `npm run host` say to the person at the terminal. */
export const texts = {
  hostUsage: 'Brug: npm run -s host -- --cdp PORT BOG.sqlite [--headed]',
  noFile: (file: string) => `Filen findes ikke: ${file}`,
  noDisplay: 'Her er ingen skærm at vise vinduet på (DISPLAY er ikke sat), så Planværk kan ikke åbnes.',
  noBundles: 'Programmet kunne ikke bygges af kildefilerne.',
} as const
