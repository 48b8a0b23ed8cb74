import type { Offer } from '../../drafts/draft.ts';
import { unknownTexts } from '../text/filler-words.ts';
import { quoteCell } from '../text/fold.ts';
import type { RowCells } from './row-cells.ts';
import { oneLine } from './texts.ts';

const LONGEST_URL = 4_000;
const LONGEST_NAME = 500;
const LONGEST_PRICE = 120;
const WEB_ADDRESS = /^https?:\/\/[^\s/?#]+\S*$/i;
const BARE_ADDRESS = /^(?:www\.[^\s/]+\.[^\s]+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?)$/i;

/**
 * The ticket links of a row as offers. The platform documents no price, so a price is shown in the name of the offer.
 * A cell that is no web address is left out, with a warning.
 */
export function readOffers(row: RowCells): Offer[] {
  const links = readLinks(row);
  const [first] = links;
  if (first === undefined) return [];
  const ownName = oneLine(row.get('offerName'));
  if (links.length > 1) return links.map(({ url, label }) => offer(label, url));
  const prices = readPrices(row);
  if (prices.length > 1) return prices.map(({ label, price }) => offer(`${label} ${price}`, first.url));
  const name = ownName === '' ? 'Tickets' : ownName;
  return [offer(prices[0] === undefined ? name : `${name} ${prices[0].price}`, first.url)];
}

function offer(name: string, url: string): Offer {
  return { name: name.slice(0, LONGEST_NAME), url, availability: 'available' };
}

function readLinks(row: RowCells): { url: string; label: string }[] {
  const links: { url: string; label: string }[] = [];
  for (const { label, cell } of row.all('offerUrl')) {
    if (unknownTexts.has(cell.toLowerCase())) continue;
    const url = BARE_ADDRESS.test(cell) ? `https://${cell}` : cell;
    if (!WEB_ADDRESS.test(url) || url.length > LONGEST_URL) {
      row.warn(
        label,
        'not_a_link',
        `${quoteCell(cell)} is not a web address, so it was left out. Write it with https:// in front.`,
      );
    } else if (!links.some((link) => link.url === url)) links.push({ url, label });
  }
  return links;
}

function readPrices(row: RowCells): { label: string; price: string }[] {
  return row.all('price').flatMap(({ label, cell }) => {
    const price = oneLine(cell);
    if (unknownTexts.has(price.toLowerCase())) return [];
    if (price.length <= LONGEST_PRICE) return [{ label, price }];
    row.warn(
      label,
      'price_left_out',
      `${quoteCell(price)} is too long for the name of a ticket, so it was left out. Put it into the description if visitors need it.`,
    );
    return [];
  });
}
