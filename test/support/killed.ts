// Run as a program: fixes or undoes a gateway and is killed in front of the Nth call of the disk.
import { type Disk, HOST_DISK } from '../../src/fix/disk.ts';
import { applyLaid, undoAll } from './fixing.ts';
import { layDown } from './scenario.ts';

const [what, home = '', at = '0'] = process.argv.slice(2);
let calls = 0;

/** Every call of the disk goes through here first. */
const disk: Disk = Object.fromEntries(
  Object.entries(HOST_DISK).map(([name, call]) => [
    name,
    (...args: never[]) => {
      calls += 1;
      if (calls === Number(at)) process.kill(process.pid, 'SIGKILL');
      return (call as (...all: never[]) => unknown)(...args);
    },
  ]),
) as unknown as Disk;

const blank = layDown({ config: null, openclawVersion: '2026.2.24' });
blank.remove();
const laid = { ...blank, home, env: { HOME: home, PATH: '/usr/bin:/bin' } };
if (what === 'fix') await applyLaid(laid, disk);
else await undoAll(laid, disk);
process.stdout.write(String(calls));
