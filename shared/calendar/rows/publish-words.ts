import type { DraftFields } from '../../drafts/draft.ts';
import { foldText } from '../text/fold.ts';

const HIDDEN = new Set(
  'draft entwurf brouillon borrador bozza concept rascunho szkic черновик чернетка 下書き 초안 private hidden'
    .split(' ')
    .map(foldText),
);
const VISIBLE = new Set(
  'published publish public veröffentlicht publié publicado pubblicato gepubliceerd opublikowane опубликовано опубліковано 公開 공개'
    .split(' ')
    .map(foldText),
);

/** Other words in a status column (“cancelled”, “sold out”) say nothing about how to publish. */
export function readPublishWord(cell: string): DraftFields['publishAs'] | null {
  const word = foldText(cell);
  return HIDDEN.has(word) ? 'draft' : VISIBLE.has(word) ? 'published' : null;
}
