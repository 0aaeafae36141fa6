/** The program's name and version, as files and users are told; the version is that of package.json. */
export const PROGRAM = 'Planværk 0.1.0'

/** What a file is called that is kept as it was before a newer version of the program saved it. */
export const beforeUpgrade = (stem: string): string => `${stem} (før opgradering)`

/** Begins the part of a file name that tells who has a workbook open. No letter that systems write in two ways. */
export const IN_USE_BY = 'i-brug-hos-'

export const PROGRAM_NAME = 'Planværk'
