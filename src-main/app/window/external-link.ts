/** The address to hand to the system's browser, or null: only https leaves the app, and never with a login in it. */
export function externalLink(address: string): string | null {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
  } catch {
    return null;
  }
}
