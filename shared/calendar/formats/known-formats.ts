import type { KnownFormat } from './known/known-format.ts';
import { office } from './known/office.ts';
import { platforms } from './known/platforms.ts';
import { wordpress } from './known/wordpress.ts';

/** Every format that is known; within a family the more particular one stands before the one that it contains. */
export const knownFormats: readonly KnownFormat[] = [...platforms, ...wordpress, ...office];
