import type { Component } from '../text/components.ts';
import type { ContentLine } from '../text/content-line.ts';
import { textOf } from '../text/values.ts';

/** The first property of that name. */
export function first(component: Component, ...names: string[]): ContentLine | undefined {
  for (const name of names) {
    const found = component.lines.find((line) => line.name === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All properties of that name, in order. */
export function every(component: Component, name: string): ContentLine[] {
  return component.lines.filter((line) => line.name === name);
}

/** The text of the first property of that name, without white space around it; '' when it is absent. */
export function text(component: Component, ...names: string[]): string {
  const line = first(component, ...names);
  return line === undefined ? '' : textOf(line).trim();
}

/** The value of a property that is one of a few words, in upper case; '' when it is absent. */
export function word(component: Component, name: string): string {
  return first(component, name)?.value.trim().toUpperCase() ?? '';
}
