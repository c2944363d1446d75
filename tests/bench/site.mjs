// What the measurements share: a site of many records, and how its outputs are put away.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export const work = path.join(root, 'build/bench');
export const today = '2026-01-15'; // every consent of the corpus holds

export function makeSite(count, folder) {
  execFileSync('node', [path.join(import.meta.dirname, 'corpus.mjs'), String(count), path.join(folder, 'content')]);
  cpSync(path.join(root, 'themes'), path.join(folder, 'themes'), { recursive: true });
  const theme = path.join(folder, 'themes/pes21/theme.yml');
  // Previews are drawn once and kept; they would be measured in the first round only.
  writeFileSync(theme, readFileSync(theme, 'utf8').replace(/^( *)apercus: oui/m, '$1apercus: non'));
}

// Moved away, not deleted: on ext4, creating files is slow for minutes after many were deleted.
let moved = 0;
export function moveAway(folder) {
  if (!existsSync(folder)) return;
  mkdirSync(path.join(work, 'trash'), { recursive: true });
  moved += 1;
  renameSync(folder, path.join(work, 'trash', `${process.pid}-${moved}`));
}

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
};
