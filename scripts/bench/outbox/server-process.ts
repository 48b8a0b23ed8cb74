// The practice API in a process of its own, so that it does not share the event loop with those who send to it. It ends
// when its parent does.
import { startPracticeServer } from '#practice/server.ts';

const server = await startPracticeServer();
process.send?.({ url: server.url, key: server.key });
process.once('disconnect', () => process.exit(0));
