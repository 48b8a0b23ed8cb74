import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/** Single keys that the window knows as shortcuts with Ctrl or Cmd. */
export type WindowShortcut = 'n' | '2' | 'z' | 'y';

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
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
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
    ...(isMac ? [] : [{ role: 'help' as const, submenu: [{ role: 'about' as const }] }]),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  app.setAboutPanelOptions({
    applicationName: app.getName(),
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence',
  });
}
