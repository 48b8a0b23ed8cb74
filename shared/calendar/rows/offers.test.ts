import { describe, expect, it } from 'vitest';
import { finish } from '../../steps.ts';
import { understand } from '../understand.ts';

function read(lines: string[]) {
  const rows = lines.map((line, index) => ({ row: index + 1, cells: line.split('|') }));
  const calendar = finish(understand(rows, { timeZone: 'Europe/Berlin' }));
  const [row] = [...calendar.readRows(rows)];
  const notes = calendar.reading.issues.map((issue) => issue.code);
  return { offers: row?.kind === 'event' ? row.fields.offers.map(({ name, url }) => [name, url]) : null, notes };
}

describe('offers', () => {
  it('show a price in the name of the ticket link', () => {
    expect(read(['Title|Date|Ticket URL|Price', 'A|2027-05-03|https://example.org/t|12 €'])).toEqual({
      offers: [['Tickets 12 €', 'https://example.org/t']],
      notes: ['price_without_link'],
    });
  });

  it.each(['Eintritt', 'Prix', 'Precio', 'Prezzo', 'Prijs', 'Preço', 'Cena', 'Цена', 'Ціна', '料金', '요금'])(
    'know “%s” as the price',
    (name) => {
      expect(read([`Title|Date|Tickets|${name}`, 'A|2027-05-03|https://example.org/t|12']).offers).toEqual([
        ['Tickets 12', 'https://example.org/t'],
      ]);
    },
  );

  it('are one for each of several prices, and for each of several ticket links', () => {
    expect(
      read(['Title|Date|Tickets|Standard price|Concession price', 'A|2027-05-03|https://example.org/t|20|12']).offers,
    ).toEqual([
      ['Standard price 20', 'https://example.org/t'],
      ['Concession price 12', 'https://example.org/t'],
    ]);
    expect(
      read(['Title|Date|Ticket URL|VIP tickets', 'A|2027-05-03|https://example.org/t|https://example.org/v']).offers,
    ).toEqual([
      ['Ticket URL', 'https://example.org/t'],
      ['VIP tickets', 'https://example.org/v'],
    ]);
  });

  it('need a link: a price alone is said not to be sent', () => {
    expect(read(['Title|Date|Price', 'A|2027-05-03|12 €'])).toEqual({ offers: [], notes: ['price_without_link'] });
  });
});
