// Sites to test, built by the program into a folder that goes away with the tests.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../..', import.meta.url));
export const day = '2026-01-15';

// Errors of the program carry what it said, and who calls may want to read it.
export const pes = (...options) =>
  execFileSync(path.join(repository, 'build/pes'), options, { encoding: 'utf8' });

export function temporaryFolder(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `pes-${name}-`));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// A source folder of its own for content that comes without themes.
export function copySource(content, folder) {
  cpSync(content, path.join(folder, 'content'), { recursive: true });
  addThemes(folder);
}

export function addThemes(folder) {
  cpSync(path.join(repository, 'themes'), path.join(folder, 'themes'), { recursive: true });
}

export function build(source, output, ...options) {
  return pes('build', '--source', source, '--output', output, '--date', day, ...options);
}

export function filesOf(folder, extension) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

export const readText = (...parts) => readFileSync(path.join(...parts), 'utf8');
