// Test sites, laid out where they cannot be read as they lie.
import { cpSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';

// Test sites laid over each other, over the themes that they may inherit from: no theme may be a link.
export function layOut(repository, folder, ...sites) {
  const parts = sites.flatMap((site) => readdirSync(path.join(repository, site)).map((part) => path.join(repository, site, part)));
  for (const part of [path.join(repository, 'themes'), ...parts]) {
    cpSync(realpathSync(part), path.join(folder, path.basename(part)), { recursive: true });
  }
  return folder;
}
