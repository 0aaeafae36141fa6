/** How things stand, asked for before the rest of the program has been read, for main opens the workbook meanwhile. Imported first. */
export const askedEarly = window.planvaerk.request('program.start', null)
