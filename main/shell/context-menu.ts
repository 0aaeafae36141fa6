import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { actionNames } from '../../db/model/texts/window/actions.ts'
import { menuTexts } from '../../db/model/texts/window/menu.ts'

/** The menu of a text field: how a misspelled word may be written, and cutting, copying and pasting. */
export function offerSpelling(window: BrowserWindow): void {
  const { webContents } = window
  webContents.on(
    'context-menu',
    (_event, { isEditable, misspelledWord, dictionarySuggestions, selectionText }) => {
      const clipboard: MenuItemConstructorOptions[] = [
        { role: 'cut', label: actionNames['row.cut'], enabled: isEditable && selectionText !== '' },
        { role: 'copy', label: actionNames['row.copy'], enabled: selectionText !== '' },
        { role: 'paste', label: actionNames['row.paste'], enabled: isEditable },
      ]
      if (!isEditable && selectionText === '') return
      if (misspelledWord === '') return Menu.buildFromTemplate(clipboard).popup({ window })
      const suggestions = dictionarySuggestions.map((label) => ({
        label,
        click: () => webContents.replaceMisspelling(label),
      }))
      Menu.buildFromTemplate([
        ...(suggestions.length > 0 ? suggestions : [{ label: menuTexts.noSuggestions, enabled: false }]),
        { type: 'separator' },
        {
          label: menuTexts.addToDictionary,
          click: () => webContents.session.addWordToSpellCheckerDictionary(misspelledWord),
        },
        { type: 'separator' },
        ...clipboard,
      ]).popup({ window })
    },
  )
}
