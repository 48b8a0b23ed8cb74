import { config } from 'zod';

/**
 * zod probes `new Function` when the first object schema is built. Our policy forbids eval, so the probe would be
 * reported as a violation; without it zod takes its interpreted path, which is all that the window needs.
 */
config({ jitless: true });
