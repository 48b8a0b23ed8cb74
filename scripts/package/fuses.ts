import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** Electron's switches that are burnt into the program itself, by the names that electron-builder has for them. */
export type FuseName = keyof typeof wantedFuses;

/**
 * What each fuse has to be in a package. The reasons are in docs/decisions/0015-supply-chain.md.
 * Source: https://www.electronjs.org/docs/latest/tutorial/fuses
 */
export const wantedFuses = {
  // Off: nobody uses the app's name, and the keychain entry that trusts it, to run a script. `organizer` needs it not.
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // Electron checks the archive's hash on macOS and Windows; on Linux it has no such check yet.
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  // The window has a protocol of its own; `file://` needs no rights beyond those of a browser.
  grantFileProtocolExtraPrivileges: false,
} as const;

const places: Record<FuseName, FuseV1Options> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

/** Reads the fuses back from a program file. A fuse that this Electron no longer has is null. */
export async function readFuses(program: string): Promise<Record<FuseName, boolean | null>> {
  const wire = await getCurrentFuseWire(program);
  const read = (name: FuseName) => {
    const state = wire[places[name]];
    if (state === FuseState.ENABLE) return true;
    return state === FuseState.DISABLE ? false : null;
  };
  const names = Object.keys(places) as FuseName[];
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<FuseName, boolean | null>;
}

/** The names of the fuses that are not what they have to be. */
export function wrongFuses(read: Record<FuseName, boolean | null>): FuseName[] {
  return (Object.keys(wantedFuses) as FuseName[]).filter((name) => read[name] !== wantedFuses[name]);
}
