import type { FastifyInstance } from 'fastify';
import type { World } from '../world.ts';

/** `GET /events/{id}`: where the canonical URLs of the feed lead to. A page for people, not a part of the API. */
export function serveEventPages(app: FastifyInstance, world: World): void {
  app.get<{ Params: { id: string } }>('/events/:id', async (request, reply) => {
    const doc = world.store.find(Number(request.params.id));
    void reply.type('text/html; charset=utf-8').header('content-security-policy', "default-src 'none'");
    if (doc?.status !== 'published') return reply.code(404).send(page('No such event', []));
    const { name, countryCode } = doc.approxLocation.city;
    const city = [name, countryCode].filter((part) => part !== undefined).join(', ');
    return page(doc.title, [`${doc.startAt} (${doc.timezone})`, city, doc.description ?? '']);
  });
}

function page(title: string, lines: string[]): string {
  const paragraphs = lines.filter((line) => line !== '').map((line) => `<p>${escapeHtml(line)}</p>`);
  const note = '<p>Practice data of Pinned Organizer. Not a real event.</p>';
  const heading = escapeHtml(title);
  const body = `<h1>${heading}</h1>${paragraphs.join('')}${note}`;
  return `<!doctype html><html lang="en"><title>${heading}</title>${body}</html>\n`;
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
