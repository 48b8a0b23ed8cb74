import type { Offer } from '../../drafts/draft.ts';
import { unknownTexts } from '../text/filler-words.ts';
import { quoteCell } from '../text/fold.ts';
import type { RowCells } from './row-cells.ts';
import { oneLine } from './texts.ts';

const LONGEST_URL = 4_000;
const LONGEST_NAME = 500;
const WEB_ADDRESS = /^https?:\/\/[^\s/?#]+\S*$/i;
const BARE_ADDRESS = /^www\.[^\s/]+\.[^\s]+$/i;

/** The ticket link of a row as an offer. A cell that is no web address is left out, with a warning. */
export function readOffers(row: RowCells): Offer[] {
  const cell = row.get('offerUrl');
  if (cell === '' || unknownTexts.has(cell.toLowerCase())) return [];
  const url = BARE_ADDRESS.test(cell) ? `https://${cell}` : cell;
  if (!WEB_ADDRESS.test(url) || url.length > LONGEST_URL) {
    row.warn(
      row.columns.label('offerUrl'),
      'not_a_link',
      `${quoteCell(cell)} is not a web address, so it was left out. Write it with https:// in front.`,
    );
    return [];
  }
  const name = oneLine(row.get('offerName')).slice(0, LONGEST_NAME);
  return [{ name: name === '' ? 'Tickets' : name, url, availability: 'available' }];
}
