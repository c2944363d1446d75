// Test sites, laid out where they cannot be read as they lie.
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';

// The themes of a test site beside those that they inherit from: no theme may be a link.
export function layOut(repository, site, folder) {
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(repository, 'themes'), path.join(folder, 'themes'), { recursive: true });
  for (const part of ['themes', 'content']) {
    cpSync(path.join(repository, site, part), path.join(folder, part), { recursive: true });
  }
  return folder;
}
