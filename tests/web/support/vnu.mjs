// The Nu HTML checker of the W3C.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const jar = fileURLToPath(new URL('../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

// Errors and warnings in HTML, CSS and SVG files, a line each.
export function findings(files) {
  const { status, stderr, error } = spawnSync('java', ['-jar', jar, '--format', 'json', '--also-check-css',
    '--also-check-svg', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw error;
  const { messages } = JSON.parse(stderr);
  // Read from files, pages have no origin of their own, and the checker takes data for scripts: the
  // policy is tested in a browser.
  const found = messages.filter(({ message }) => !message.includes('Content Security Policy'))
    .map(({ url, lastLine, message }) => `${url}:${lastLine}: ${message}`);
  if (status !== 0 && found.length === 0) throw new Error(`the checker stopped with ${status}`);
  return found;
}
