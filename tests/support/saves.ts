import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Saves a file `count` times from another process, about one a millisecond, in the four ways that editors
 * use: in place, by renaming another file over it, by deleting it first, and in steps. `content` has `{n}`
 * where the number of the save goes, from 0. Resolves when the last one is done.
 */
export async function saveManyTimes(path: string, content: string, count: number): Promise<void> {
  const child = spawn(process.execPath, ['-e', `(${saves})()`, path, content, String(count)], {
    stdio: 'inherit',
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The saving process ended with ${code}.`);
}

const saves = `() => {
  const { renameSync, unlinkSync, writeFileSync } = require('node:fs');
  const [path, content, count] = process.argv.slice(1);
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let save = 0; save < Number(count); save++) {
    const text = content.replaceAll('{n}', String(save));
    if (save % 4 === 0) writeFileSync(path, text);
    if (save % 4 === 1) {
      writeFileSync(path + '.tmp', text);
      renameSync(path + '.tmp', path);
    }
    if (save % 4 === 2) {
      unlinkSync(path);
      writeFileSync(path, text);
    }
    if (save % 4 === 3) {
      writeFileSync(path, '');
      writeFileSync(path, text.slice(0, 20));
      writeFileSync(path, text);
    }
    Atomics.wait(pause, 0, 0, 1);
  }
}`;
