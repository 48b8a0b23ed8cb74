import { join } from 'node:path';
import { z } from 'zod';
import { readSmallJson, writeSmallJson } from './small-json.ts';

export const WorkspaceModeSchema = z.enum(['practice', 'real']);
export type WorkspaceMode = z.infer<typeof WorkspaceModeSchema>;

const AppSettingsSchema = z.object({
  /** The workspace that was open last; the next start opens it again. */
  workspace: WorkspaceModeSchema,
});

/** What the app itself remembers between two starts. */
export type AppSettings = {
  /** Null before the first choice. */
  workspace(): WorkspaceMode | null;
  rememberWorkspace(mode: WorkspaceMode): void;
};

/** Keeps the settings in `app.json`. A damaged file counts as none: the person is asked again, nothing else is lost. */
export function createAppSettings(dataDir: string): AppSettings {
  const file = join(dataDir, 'app.json');
  let workspace = readSmallJson(file, AppSettingsSchema)?.workspace ?? null;
  return {
    workspace: () => workspace,
    rememberWorkspace(mode) {
      if (mode === workspace) return;
      workspace = mode;
      writeSmallJson(file, { workspace: mode });
    },
  };
}
