import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/** Single keys that the window knows as shortcuts with Ctrl or Cmd. */
export type WindowShortcut = 'n' | '2' | 'z' | 'y' | 'i';

/**
 * The menu of the system's standard roles. The window owns its shortcuts: a menu item of ours shows the keys and hands
 * them to the window, so that both ways do the same.
 */
export function installMenu(press: (shortcut: WindowShortcut) => void): void {
  const isMac = process.platform === 'darwin';
  const handOver = (label: string, shortcut: WindowShortcut): MenuItemConstructorOptions => ({
    label,
    accelerator: `CmdOrCtrl+${shortcut.toUpperCase()}`,
    registerAccelerator: false,
    click: () => press(shortcut),
  });
  const about = handOver(`About ${app.getName()}`, 'i');
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [macAppMenu(about)] : []),
    {
      label: '&File',
      submenu: [
        handOver('New Draft', 'n'),
        handOver('Import Calendar', '2'),
        { type: 'separator' },
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        // The window knows whether they are about the letters of a field or about drafts.
        handOver('Undo', 'z'),
        handOver('Redo', 'y'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'delete' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'reload' as const }, { role: 'toggleDevTools' as const }]),
      ],
    },
    { role: 'windowMenu' },
    ...(isMac ? [] : [{ role: 'help' as const, submenu: [about] }]),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The system's own menu for the app, with our way to say what it is. */
function macAppMenu(about: MenuItemConstructorOptions): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      about,
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
}
