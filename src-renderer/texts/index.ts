import { en } from './en.ts';

/** What every language must say: the shape of the English catalogue. */
export type Texts = typeof en;

/** All words of the window, in the document's language. */
export const t: Texts = en;
