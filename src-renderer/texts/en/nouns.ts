import { count } from '../format.ts';

export const drafts = (n: number) => count(n, 'draft', 'drafts');
export const events = (n: number) => count(n, 'event', 'events');
