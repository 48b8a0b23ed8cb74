import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from './runtime/paths.ts';

// What is written on the colour of a channel is readable in both themes (WCAG 2.2: 4.5 for text, 3 for marks).
const css = readFileSync(join(projectRoot, 'src-renderer', 'styles', 'tokens.css'), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');
const read = (text: string) =>
  new Map([...text.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name, hex]) => [name, hex]));
const light = read(lightCss);
const themes = { light, dark: new Map([...light, ...read(darkCss)]) };

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each(Object.entries(themes))('on the channels of the %s theme', (_, tokens) => {
  const colour = (name: string) => {
    const found = tokens.get(name);
    if (found === undefined) throw new Error(`There is no colour --${name}.`);
    return found;
  };
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('number %i', (channel) => {
    const soft = colour(`channel-${channel}-soft`);
    for (const text of ['text', 'text-soft']) expect(contrast(colour(text), soft), text).toBeGreaterThanOrEqual(4.5);
    for (const mark of ['text-faint', 'accent-text', 'good', 'bad', 'warn']) {
      expect(contrast(colour(mark), soft), mark).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(colour(`channel-${channel}`), colour('ground')), 'edge').toBeGreaterThanOrEqual(3);
    expect(contrast(colour(`channel-${channel}`), soft), 'edge on its ground').toBeGreaterThanOrEqual(3);
  });
});
