// node scale.mjs [--records 1000,10000,100000] [--runs 3]
// What a cold build, a check and the figures cost for each record as records become more: medians of time, peaks
// of memory, and both beside the size before. What counts is that they hardly grow: times depend on the machine.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeSite, median, moveAway, today, work } from './site.mjs';

const pes = path.resolve(import.meta.dirname, '../../build/pes');
const { values: options } = parseArgs({ options: {
  records: { type: 'string', default: '1000,10000,100000' },
  runs: { type: 'string', default: '3' },
} });

const outputs = ['public', '.public.pes-spare', '.public.pes-state', '.public.pes-images'];

function runOnce(folder, command) {
  if (command === 'build') outputs.forEach((name) => moveAway(path.join(folder, name)));
  execFileSync('sync');  // what is left to be written would be paid for by this one
  const more = command === 'build' ? ['--output', path.join(folder, 'public')] : [];
  const made = spawnSync('/usr/bin/time', ['-f', '%e %M', pes, command, ...more, '--source', folder, '--date', today],
    { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (made.status !== 0) throw new Error(made.stderr.slice(-2000));
  const [seconds, kilobytes] = made.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { seconds, kilobytes };
}

function measure(count, command) {
  const folder = path.join(work, 'scale', String(count));
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    makeSite(count, folder);
  }
  const runs = Array.from({ length: Number(options.runs) }, () => runOnce(folder, command));
  return { seconds: median(runs.map(({ seconds }) => seconds)), kilobytes: Math.max(...runs.map(({ kilobytes }) => kilobytes)) };
}

console.log('| what | records | s | ms a record | × before | MB | kB a record | × before |\n|---|---|---|---|---|---|---|---|');
for (const command of ['build', 'validate', 'stats']) {
  let before;
  for (const count of options.records.split(',').map(Number)) {
    const { seconds, kilobytes } = measure(count, command);
    const each = { time: 1000 * seconds / count, memory: kilobytes / count };
    const growth = (what) => (before ? (each[what] / before[what]).toFixed(2) : '');
    console.log(`| ${[command, count, seconds.toFixed(2), each.time.toFixed(3), growth('time'), (kilobytes / 1000).toFixed(0),
      each.memory.toFixed(2), growth('memory')].join(' | ')} |`);
    before = each;
  }
}
