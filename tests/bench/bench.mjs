// node bench.mjs [--records 20,100,1000,10000] [--runs 5]
// Measures build/pes beside Hugo and beside the least that reading and writing costs, each command once
// per round, so that what else the machine does falls on all of them alike. Prints a table of ratios of
// medians and writes build/bench/results.json.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeSite, median, moveAway, today, work } from './site.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const pes = path.join(root, 'build/pes');
const floor = path.join(root, 'build/tests/bench/pes_floor');

const { values: options } = parseArgs({ options: {
  records: { type: 'string', default: '20,100,1000,10000' },
  runs: { type: 'string', default: '5' },
} });
const runs = Number(options.runs);

function* filesBelow(folder, prefix = '') {
  for (const entry of readdirSync(path.join(folder, prefix), { withFileTypes: true })) {
    const inside = path.join(prefix, entry.name);
    if (entry.isDirectory()) yield* filesBelow(folder, inside);
    else yield inside;
  }
}

// One corpus as pes reads it and as Hugo reads it: there, the year is a field, since Hugo makes no lists by it.
function makeSources(count) {
  const folder = path.join(work, String(count));
  const takeHugoSite = () => cpSync(path.join(import.meta.dirname, 'hugo'), path.join(folder, 'hugo'), { recursive: true });
  if (existsSync(folder)) {
    takeHugoSite(); // its layouts may have changed since
    return folder;
  }
  makeSite(count, path.join(folder, 'pes'));
  takeHugoSite();
  mkdirSync(path.join(folder, 'hugo/static'));
  cpSync(path.join(root, 'themes/pes21/static/style.css'), path.join(folder, 'hugo/static/style.css'));
  for (const file of filesBelow(path.join(folder, 'pes/content'))) {
    if (!file.endsWith('.md')) continue;
    const text = readFileSync(path.join(folder, 'pes/content', file), 'utf8').replace('titre: ', 'title: ');
    const year = /^date: (\d{4})/m.exec(text);
    const name = path.join(folder, 'hugo/content', file === 'accueil.md' ? '_index.md' : file);
    mkdirSync(path.dirname(name), { recursive: true });
    writeFileSync(name, year ? text.replace('---\n', `---\nannees: ["${year[1]}"]\n`) : text);
  }
  return folder;
}

// What the command before has left to be written to the disk would be paid for by this one.
function runOnce(command, cwd) {
  execFileSync('sync');
  const result = path.join(work, 'once.json');
  const made = spawnSync('hyperfine', ['--shell=none', '--runs=1', '--style=none', `--export-json=${result}`,
    command.join(' ')], { cwd, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`${command.join(' ')}\n${made.stderr}`);
  return JSON.parse(readFileSync(result, 'utf8')).results[0].median;
}

function peakMemory(command, cwd) {
  const made = spawnSync('/usr/bin/time', ['-f', '%M', ...command], { cwd, encoding: 'utf8' });
  return Number(made.stderr.trim().split('\n').at(-1)) * 1024;
}

function warm(folder) {
  for (const file of filesBelow(folder)) readFileSync(path.join(folder, file));
}

function measure(count) {
  const folder = makeSources(count);
  const source = path.join(folder, 'pes');
  const hugo = path.join(folder, 'hugo');
  const out = path.join(folder, 'public');
  const hugoOut = path.join(folder, 'public-hugo');
  const floorOut = path.join(folder, 'public-floor');
  const list = path.join(folder, 'list');
  const commands = {
    hugo: ['hugo', '--quiet', '--destination', hugoOut],
    pes: [pes, 'build', '--source', source, '--output', out, '--date', today],
    validate: [pes, 'validate', '--source', source, '--date', today],
    stats: [pes, 'stats', '--source', source, '--date', today],
    floor: (threads) => [floor, list, path.join(source, 'content'), floorOut, String(threads)],
  };
  const beside = (suffix) => path.join(folder, `.public.pes-${suffix}`);
  const fresh = () => ['spare', 'state', 'images'].map(beside).concat(out, hugoOut, floorOut).forEach(moveAway);
  fresh();
  spawnSync(commands.pes[0], commands.pes.slice(1));
  writeFileSync(list, [...filesBelow(out)].map((file) => `${statSync(path.join(out, file)).size} ${file}\n`).join(''));
  const record = (top) => {
    const folderOf = path.join(top, 'content/temoignages');
    return path.join(folderOf, readdirSync(folderOf).sort()[4]);
  };
  const times = {};
  const note = (name, seconds) => { (times[name] ??= []).push(seconds); };
  for (let round = 0; round < runs; round += 1) {
    fresh();
    warm(path.join(hugo, 'content'));
    warm(path.join(source, 'content'));
    note('hugo cold', runOnce(commands.hugo, hugo));
    note('pes cold', runOnce(commands.pes, source));
    for (const threads of [1, 2]) {
      moveAway(floorOut);
      note(`floor ${threads}`, runOnce(commands.floor(threads), source));
    }
    note('hugo unchanged', runOnce(commands.hugo, hugo));
    note('pes unchanged', runOnce(commands.pes, source));
    appendFileSync(record(hugo), '\nUne phrase de plus.\n');
    appendFileSync(record(source), '\nUne phrase de plus.\n');
    note('hugo edited', runOnce(commands.hugo, hugo));
    note('pes edited', runOnce(commands.pes, source));
    note('pes validate', runOnce(commands.validate, source));
    note('pes stats', runOnce(commands.stats, source));
  }
  fresh();
  const memory = { hugo: peakMemory(commands.hugo, hugo), pes: peakMemory(commands.pes, source) };
  const seconds = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
  const output = [...filesBelow(out)].map((file) => statSync(path.join(out, file)).size);
  return { records: count, files: output.length, bytes: output.reduce((a, b) => a + b, 0),
    hugoFiles: [...filesBelow(hugoOut)].length, seconds, times, memory };
}

// What is asked for, as a ratio to Hugo unless said otherwise.
function ratios({ records, seconds, memory }) {
  const cold = seconds['hugo cold'];
  const goal = { 20: 6, 100: 8, 1000: 6, 10000: 10 }[records];
  const rows = [['cold build', cold / seconds['pes cold'], goal]];
  if (records !== 10000) return rows;
  const least = Math.min(seconds['floor 1'], seconds['floor 2']);
  return [...rows,
    ['cold build, times the floor (at most)', seconds['pes cold'] / least, 2],
    ['nothing changed', seconds['hugo unchanged'] / seconds['pes unchanged'], 30],
    ['one record edited', seconds['hugo edited'] / seconds['pes edited'], 25],
    ['peak memory', memory.hugo / memory.pes, 6],
    ['pes validate, beside a cold build', cold / seconds['pes validate'], 12],
    ['pes stats, beside a cold build', cold / seconds['pes stats'], 15]];
}

const results = options.records.split(',').map((count) => measure(Number(count)));
const report = { date: new Date().toISOString().slice(0, 10), cpu: os.cpus()[0].model, cores: os.cpus().length,
  hugo: spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout.split(' ')[1], runs, results };
console.log(`| records | what | Hugo, s | pes, s | ratio | goal |\n|---|---|---|---|---|---|`);
for (const result of results) {
  for (const [name, ratio, goal] of ratios(result)) {
    const [hugo, own] = name.startsWith('nothing') ? ['hugo unchanged', 'pes unchanged']
      : name.startsWith('one') ? ['hugo edited', 'pes edited']
        : name.includes('validate') ? ['hugo cold', 'pes validate']
          : name.includes('stats') ? ['hugo cold', 'pes stats'] : ['hugo cold', 'pes cold'];
    const shown = name === 'peak memory'
      ? [`${(result.memory.hugo / 1e6).toFixed(0)} MB`, `${(result.memory.pes / 1e6).toFixed(0)} MB`]
      : name.includes('floor')
        ? [`floor ${Math.min(result.seconds['floor 1'], result.seconds['floor 2']).toFixed(3)}`, result.seconds['pes cold'].toFixed(3)]
        : [result.seconds[hugo].toFixed(3), result.seconds[own].toFixed(3)];
    console.log(`| ${result.records} | ${name} | ${shown.join(' | ')} | ${ratio.toFixed(1)} | ${goal} |`);
  }
}
writeFileSync(path.join(work, 'results.json'), `${JSON.stringify(report, null, 1)}\n`);
