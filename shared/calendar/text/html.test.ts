import { expect, it } from 'vitest';
import { plainText } from './html.ts';

it.each([
  ['Rock &amp; Roll', 'Rock & Roll'],
  ['Tom&#8217;s &eacute;t&#xe9; &uuml;ber', 'Tom’s été über'],
  ['Q&A; AT&T &unknown; &#0; &#xD800;', 'Q&A; AT&T &unknown; &#0; &#xD800;'],
  ['a < b and c > d', 'a < b and c > d'],
  ['I <3 you', 'I <3 you'],
  ['<p>One</p><p>Two&nbsp;<b>words</b></p>', 'One\nTwo words'],
  ['One<br/>Two<br>Three', 'One\nTwo\nThree'],
  ['<ul><li>A</li><li>B</li></ul>', '• A\n• B'],
  ['<a href="https://example.org/x">Tickets</a>', 'Tickets (https://example.org/x)'],
  ['<a href="https://example.org/x">https://example.org/x</a>', 'https://example.org/x'],
  ['<style>p{color:red}</style><p>Text</p>', 'Text'],
])('%s', (html, text) => {
  expect(plainText(html)).toBe(text);
});

it('a second reading changes nothing that the first made plain', () => {
  const once = plainText('<p>Fish &amp; chips</p>');
  expect(plainText(once)).toBe(once);
});
