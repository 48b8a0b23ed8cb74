// Runs in the sandbox before the page: gives it one named function for each call of the contract, and nothing else.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { coreCalls, mainCalls, topics } from '#shared/contract/names.ts';
import { channelOf, DROP_CHANNEL, OPENED_CHANNEL, PORT_CHANNEL, SHORTCUT_CHANNEL } from './channels.ts';
import { announceOpenedFile } from './opened-file.ts';
import { createPortClient, type Port } from './port-client.ts';
import { pressShortcut } from './shortcut.ts';

const client = createPortClient(topics);

ipcRenderer.on(PORT_CHANNEL, ({ ports: [port] }) => {
  if (port !== undefined) client.attach(port as unknown as Port);
});
ipcRenderer.on(SHORTCUT_CHANNEL, (_event, key: unknown) => pressShortcut(key));
ipcRenderer.on(OPENED_CHANNEL, announceOpenedFile);

contextBridge.exposeInMainWorld('organizer', {
  ...Object.fromEntries(coreCalls.map((name) => [name, (input: unknown) => client.call(name, input)])),
  ...Object.fromEntries(
    mainCalls.map((name) => [name, (input: unknown) => ipcRenderer.invoke(channelOf(name), input)]),
  ),
  takeDroppedFile: (file: unknown) => ipcRenderer.invoke(DROP_CHANNEL, pathOf(file)),
  onChanged: client.onChanged,
});

/** '' for what is no file of this computer. */
function pathOf(file: unknown): string {
  try {
    return webUtils.getPathForFile(file as File);
  } catch {
    return '';
  }
}
