// Inside Electron: paints an SVG at several sizes on a canvas and writes them as PNG files.
// Arguments: the SVG file, the folder to write to, the sizes in pixels, separated by commas.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

const [svgFile, folder, sizes] = process.argv.slice(-3);

try {
  await readFile(svgFile);
  void app
    .whenReady()
    .then(paintAll)
    .then(() => app.exit(0), fail);
} catch (error) {
  fail(error);
}

async function paintAll() {
  const svg = `data:image/svg+xml;base64,${(await readFile(svgFile)).toString('base64')}`;
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,<canvas></canvas>');
  for (const size of sizes.split(',').map(Number)) {
    const png = await window.webContents.executeJavaScript(`(${paint})(${JSON.stringify(svg)}, ${size})`);
    await writeFile(join(folder, `${size}.png`), Buffer.from(png.split(',')[1], 'base64'));
  }
}

/** Runs in the page. */
async function paint(svg, size) {
  const image = new Image(size, size);
  image.src = svg;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  canvas.getContext('2d').drawImage(image, 0, 0, size, size);
  return canvas.toDataURL('image/png');
}

function fail(error) {
  console.error(error);
  app.exit(1);
}
