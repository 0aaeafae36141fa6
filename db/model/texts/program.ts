/** The program's name and version, as files and users are told; the version is that of package.json. */
export const PROGRAM = 'Planværk 0.1.0'
