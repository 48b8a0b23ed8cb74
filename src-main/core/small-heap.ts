import { setFlagsFromString } from 'node:v8';

/**
 * Lets this process's heap grow by what is alive, not by what was thrown away: for processes that read files of any
 * size. V8 otherwise lets it grow to some 200 MB before it looks for rubbish in earnest, though an import never holds
 * more than 30 MB. Costs an import about a tenth of its time. V8 reads the flag anew at each collection, so it may be
 * set while the process runs (in Electron there is no command line to put it on).
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size');
}
