// What pes reads, beside the suites of those who define it. differences.json lists the cases in which pes
// means to do otherwise, and why: one that is not listed fails, and so does one that is no difference.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { markdownCases, templateCases, yamlCases } from './suites.mjs';

const program = fileURLToPath(new URL(`../../${process.env.PES_BUILD ?? 'build'}/tests/pes_conformance`, import.meta.url));
const listed = JSON.parse(readFileSync(new URL('differences.json', import.meta.url), 'utf8'));

const cases = { markdown: markdownCases(), yaml: yamlCases(), templates: templateCases() };
const inputs = Object.fromEntries(Object.entries(cases).map(([suite, all]) => [suite, all.map(({ input }) => input)]));
const given = JSON.parse(execFileSync(program, { input: JSON.stringify(inputs), maxBuffer: 1 << 28 }));

// A class of differences says which error there is, if any, and may say that nothing but typography differs.
function fits({ rule, typography }, { errors = [], plain }, { expected }) {
  return (rule === undefined ? errors.length === 0 : errors.includes(rule)) && (!typography || plain === expected);
}

// `judge` tells whether pes did as the suite says.
function compare(t, suite, judge) {
  const classes = new Map(listed[suite].flatMap((one) => one.cases.map((id) => [id, one])));
  const wrong = [];
  let alike = 0;
  cases[suite].forEach((one, i) => {
    const got = given[suite][i];
    const judged = judge(one, got);
    const { same } = judged;
    const difference = classes.get(one.id);
    classes.delete(one.id);
    if (same) alike += 1;
    if (same && difference) wrong.push(`${one.id}: listed, and no difference`);
    if (!same && !difference) wrong.push(`${one.id}: not listed\n${JSON.stringify({ ...one, got }, null, 1)}`);
    if (!same && difference && !fits(difference, judged, one)) {
      wrong.push(`${one.id}: differs in another way\n${JSON.stringify(got)}`);
    }
  });
  for (const id of classes.keys()) wrong.push(`${id}: listed, and no case`);
  t.diagnostic(`${suite}: ${alike} of ${cases[suite].length} as the suite says, ${cases[suite].length - alike} otherwise, for `
    + `${listed[suite].length} reasons`);
  assert.equal(wrong.length, 0, wrong.join('\n'));
}

const withoutTypography = (html) => html.replaceAll(/[\u00a0\u202f](?=[:;!?])/g, '').replaceAll(/«\u202f|\u202f»/g, '&quot;');

test('conformance: Markdown gives what the examples of CommonMark 0.30 give', (t) => {
  compare(t, 'markdown', ({ expected }, { html, errors }) => {
    const shown = html.replaceAll(/<(h[2-6]) id="[^"]*">/g, '<$1>');
    return { same: shown === expected, errors, plain: withoutTypography(shown) };
  });
});

test('conformance: front matter gives what the YAML test suite says, or is refused', (t) => {
  compare(t, 'yaml', ({ expected, refuses }, { long: { tree, errors } }) => {
    const refused = errors.length > 0;
    return { same: refuses ? refused : !refused && isDeepStrictEqual(tree, expected), errors: refuses ? [] : errors };
  });
});

test('conformance: both readers of front matter give the same for the YAML test suite', () => {
  for (const [i, { short, long }] of given.yaml.entries()) assert.deepEqual(short, long, cases.yaml[i].id);
});

test('conformance: templates give what the Mustache specification says', (t) => {
  compare(t, 'templates', ({ expected }, { long }) => ({ same: long === expected }));
});

// Changed delimiters are refused (PES0110), so a skeleton knows none.
test('conformance: a skeleton gives what mstch gives for the Mustache specification', () => {
  for (const [i, { id, input: { template } }] of cases.templates.entries()) {
    const { short, long } = given.templates[i];
    if (!/\{\{=/.test(template)) assert.equal(short, long, id);
  }
});
