import { FILE_OPENED_EVENT } from '#shared/contract/names.ts';

/** The two things of the page's world that are used here; the preload is compiled without its types. */
type Page = { dispatchEvent(event: unknown): boolean; Event: new (type: string) => unknown };

/** Tells the page that the system opened a calendar with the app. The page then asks for it; nothing travels with this. */
export function announceOpenedFile(): void {
  const page = globalThis as unknown as Page;
  page.dispatchEvent(new page.Event(FILE_OPENED_EVENT));
}
