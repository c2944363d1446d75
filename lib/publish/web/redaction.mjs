// node redaction.mjs FOLDER: bundles Sveltia CMS with all that it loads, and writes redaction.s and
// redaction_files.cc there, which carry the files into the program.
import { build } from 'esbuild';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const made = process.argv[2];
const cms = join(made, 'node_modules/@sveltia/cms');

// What our forms have no use for: maps, code in colours, previews of others, SVG, other languages.
const unused =
  /^(@shikijs\/|svgo\/|leaflet\/|terra-draw|immutable)|\/locales\/|chunks\/(shiki-engine|react-dom)/;
const withoutUnused = {
  name: 'unused',
  setup(bundler) {
    bundler.onResolve({ filter: unused }, ({ path }) =>
      path.endsWith('/fr.json') ? undefined : { path: 'unused', namespace: 'unused' });
    bundler.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'export default {};' }));
  },
};

const assets = readdirSync(join(cms, 'npm/assets')).filter((name) => !/\.map$|^marker-icon/.test(name));

// Its style sheet asks another site for the fonts that it comes with.
const ownFonts = {
  name: 'fonts',
  setup(bundler) {
    bundler.onLoad({ filter: /npm\/index\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)(?::vf)?@[\d.]+\/([\w-]+)\.woff2/g,
        (_, family, subset) => `assets/${assets.find((name) => name.startsWith(`${family}-${subset}-`))}`),
    }));
  },
};

await build({
  stdin: { contents: "import CMS from '@sveltia/cms';\nCMS.init();\n", resolveDir: made },
  bundle: true,
  format: 'esm',
  minify: true,
  legalComments: 'inline',
  logLevel: 'warning',
  outfile: join(made, 'redaction.js'),
  plugins: [withoutUnused, ownFonts],
});

const files = [
  ['redaction.js', join(made, 'redaction.js')],
  ['LICENSE.txt', join(cms, 'LICENSE.txt')],
  ...assets.map((name) => [`assets/${name}`, join(cms, 'npm/assets', name)]),
];

const symbol = (index) => `pes_redaction_${index}`;
writeFileSync(
  join(made, 'redaction.s'),
  [
    '.section .rodata',
    ...files.flatMap(([, path], index) => [
      `.global ${symbol(index)}, ${symbol(index)}_end`,
      `${symbol(index)}: .incbin ${JSON.stringify(path)}`,
      `${symbol(index)}_end:`,
    ]),
    '.section .note.GNU-stack,"",@progbits',
    '',
  ].join('\n'),
);

const declarations = files.map(
  (_, index) => `extern "C" const char ${symbol(index)}[], ${symbol(index)}_end[];`);
const entries = files.map(
  ([name], index) => `    {"admin/${name}", {${symbol(index)}, ${symbol(index)}_end}}`);
const template = readFileSync(new URL('redaction_files.cc.in', import.meta.url), 'utf8');
writeFileSync(
  join(made, 'redaction_files.cc'),
  template.replace('@declarations@', declarations.join('\n')).replace('@entries@', entries.join(',\n')),
);
