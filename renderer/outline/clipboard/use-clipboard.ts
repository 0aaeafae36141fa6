export const useClipboard = () => ({})
