/** The page that is being made, beside the form. */
export const previewTexts = {
  document: 'Siden, som den bliver',
  hint: 'Piletaster går fra felt til felt. Enter går til feltet i formularen.',
  pageBreaks: 'Sideskift ses i Word',
  showAsWord: 'Vis som Word',
  word: {
    old: 'Planen er ændret, siden dokumentet blev vist.',
    anew: 'Vis igen',
    document: 'Siden, som Word viser den',
    working: 'Word-dokumentet vises om et øjeblik …',
    failed: 'Dokumentet kunne ikke vises her. Planen er ikke berørt, og den kan stadig eksporteres til Word.',
  },
} as const
