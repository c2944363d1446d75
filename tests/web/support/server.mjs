// A static host in little: folders answer with their index.html, unknown addresses with 404.html, and
// the file `_headers` of the site says what else is sent.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { createGzip } from 'node:zlib';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.yml': 'text/yaml; charset=utf-8',
};
const compressed = /^(text|application\/(json|xml|manifest))|svg/;

// Netlify's format: a pattern of addresses at the start of a line, and its headers below, indented.
export function parseHeaders(text) {
  const rules = [];
  for (const line of text.split('\n').filter((known) => known.trim() && !known.trim().startsWith('#'))) {
    if (/^\s/.test(line)) {
      const [, name, value] = line.match(/^\s+([^:\s]+):\s*(.*?)\s*$/);
      rules.at(-1).headers.push([name, value]);
    } else {
      const escaped = line.trim().replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
      const pattern = escaped.replaceAll('*', '.*').replaceAll(/:\w+/g, '[^/]+');
      rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
    }
  }
  return rules;
}

const headersFor = (rules, address) =>
  rules.filter((rule) => rule.pattern.test(address)).flatMap((rule) => rule.headers);

const isFile = (file) => existsSync(file) && statSync(file).isFile();

// The file of an address below the prefix, or nothing.
function fileOf(folder, prefix, address) {
  if (!address.startsWith(prefix)) return null;
  const file = path.join(folder, path.normalize(`/${address.slice(prefix.length)}`));
  const found = address.endsWith('/') ? path.join(file, 'index.html') : file;
  return isFile(found) ? found : null;
}

function send(request, response, file, status, extra) {
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  const gzip = compressed.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.setHeader('vary', 'accept-encoding');
  for (const [name, value] of extra) response.setHeader(name, value);
  if (gzip) response.setHeader('content-encoding', 'gzip');
  if (request.method === 'HEAD') return response.end();
  const bytes = createReadStream(file);
  return gzip ? bytes.pipe(createGzip()).pipe(response) : bytes.pipe(response);
}

// Starts on a free port. The folder may be filled afterwards: its address is needed to build it.
export async function serve(folder, prefix) {
  let rules;
  const loadRules = () => {
    const file = path.join(folder, '_headers');
    rules ??= existsSync(file) ? parseHeaders(readFileSync(file, 'utf8')) : [];
    return rules;
  };
  const server = http.createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://site').pathname);
    const below = `/${address.slice(prefix.length)}`;
    const extra = [...headersFor(loadRules(), below),
      ...(prefix === '/' ? [] : headersFor(loadRules(), address))];
    const found = fileOf(folder, prefix, address);
    const missing = path.join(folder, '404.html');
    if (found) return send(request, response, found, 200, extra);
    if (fileOf(folder, prefix, `${address}/`)) {
      return response.writeHead(301, { location: `${address}/` }).end();
    }
    // Browsers ask the host for it where a page names no icon: none of the site's doing.
    if (address === '/favicon.ico') return response.writeHead(204).end();
    if (address.startsWith(prefix) && isFile(missing)) return send(request, response, missing, 404, extra);
    return response.writeHead(404, { 'content-type': 'text/plain' }).end('404');
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => { server.closeAllConnections(); server.close(); },
  };
}
