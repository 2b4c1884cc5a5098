import { describe, expect } from 'vitest';
import { scenario } from '../harness/scenario.ts';

const WHOLE = { left: 0, right: 1 };
const HALVES = [
  { left: 0, right: 0.5 },
  { left: 0.5, right: 1 },
];

describe('a wall', () => {
  scenario('that is taken apart while it shows leaves each tile the whole picture', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('5');
    await desk.push('6');
    expect(lab.tileParts()).toEqual(HALVES);

    await lab.administrator.wall('single');
    await lab.eventually(() => lab.tileParts().every((part) => part?.left === 0 && part.right === 1));

    expect(lab.wallShows()).toBe('0005');
    expect(lab.tileParts()).toEqual([WHOLE, WHOLE]);
  });

  scenario('that is spliced while its tiles show different pictures shows the first one’s across', async (lab) => {
    const desk = lab.desk('5004');
    await lab.administrator.wall('single');
    await desk.signIn();
    await desk.connect('5');
    await desk.push('6');
    await desk.connect('6');
    await desk.push('7');

    await lab.administrator.wall('spliced');
    await lab.eventually(() => lab.wallShows() !== null);

    expect(lab.wallShows()).toBe('0005');
    expect(lab.tileParts()).toEqual(HALVES);
  });

  scenario('never goes black when it is taken apart and spliced', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('5');
    await desk.push('6');
    const changes = lab.recordShown(['5006', '5007']);

    await lab.administrator.wall('single');
    await lab.eventually(() => lab.tileParts().every((part) => part?.right === 1 && part.left === 0));
    await lab.administrator.wall('spliced');
    await lab.eventually(() => lab.tileParts()[0]?.right === 0.5);

    expect(changes()).toEqual([]);
  });

  scenario('with a tile away shows on the others, and the tile joins with its part when it is back', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('5');
    await lab.offline('5007');

    await desk.push('6');
    expect(lab.desk('5006').shows()).toBe('0005');
    expect(lab.desk('5006').part()).toEqual(HALVES[0]);
    await lab.plug('5007');
    await lab.eventually(() => lab.desk('5007').shows() === '0005');

    expect(lab.tileParts()).toEqual(HALVES);
  });

  scenario('is pushed to once, whichever of its tiles are named', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('5');

    await desk.push('6,7');

    expect(lab.tileParts()).toEqual(HALVES);
    expect(await lab.audited('push')).toHaveLength(1);
  });

  scenario('keeps what it shows when the computer falls asleep, and follows when it wakes', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('5');
    await desk.push('6');

    lab.computer('0005').sleep();
    await lab.eventually(() => desk.reads('无视频'));
    lab.computer('0005').wake();
    await lab.eventually(() => !desk.reads('无视频'));

    expect(lab.wallShows()).toBe('0005');
    expect(lab.tileParts()).toEqual(HALVES);
  });
});
