import { describe, expect, test } from 'vitest';
import { type GadgetEntry, type GadgetState, type GadgetStep, planGadget } from './gadget-tree.ts';

const folder: GadgetEntry = { type: 'folder' };
const attribute = (value: string, optional = false): GadgetEntry => ({
  type: 'attribute',
  value: Buffer.from(value),
  optional,
});
const link = (target: string): GadgetEntry => ({ type: 'link', target });

const WANTED: Readonly<Record<string, GadgetEntry>> = {
  idVendor: attribute('0x1d6b'),
  'configs/c.1': folder,
  'configs/c.1/MaxPower': attribute('100'),
  'functions/hid.keyboard': folder,
  'functions/hid.keyboard/report_length': attribute('8'),
  'functions/hid.keyboard/wakeup_on_write': attribute('1', true),
  'configs/c.1/hid.keyboard': link('functions/hid.keyboard'),
};

/** As the kernel gives it back when it has been made; this kernel does not know wakeup_on_write. */
const { 'functions/hid.keyboard/wakeup_on_write': _unknown, ...MADE } = WANTED;

const state = (tree: Readonly<Record<string, GadgetEntry>>, controller: string | null = 'udc.0'): GadgetState => ({
  tree: new Map(Object.entries(tree)),
  controller,
});

const told = (step: GadgetStep): string => {
  if (step.type === 'unbind') return 'unbind';
  if (step.type === 'bind') return `bind ${step.controller}`;
  if (step.type === 'write') return `write ${step.path}=${Buffer.from(step.value)}${step.optional ? '?' : ''}`;
  return `${step.type} ${step.path}`;
};

const plan = (has: GadgetState, wanted = state(WANTED)) => planGadget(has, wanted).map(told);

describe('the steps to the gadget that is wanted', () => {
  test('from nothing: folders, attributes, links, and then the bus', () => {
    expect(plan(state({}, null))).toEqual([
      'make-folder configs/c.1',
      'make-folder functions/hid.keyboard',
      'write idVendor=0x1d6b',
      'write configs/c.1/MaxPower=100',
      'write functions/hid.keyboard/report_length=8',
      'write functions/hid.keyboard/wakeup_on_write=1?',
      'link configs/c.1/hid.keyboard',
      'bind udc.0',
    ]);
  });

  test('from what it is already: none, and the computer notices nothing', () => {
    expect(plan(state(MADE))).toEqual([]);
  });

  test.each([
    ['a line feed', { idVendor: attribute('0x1d6b\n') }],
    ['another notation', { idVendor: attribute('0x1D6B\n'), 'configs/c.1/MaxPower': attribute('0x64') }],
  ])('none for %s', (_name, changed) => {
    expect(plan(state({ ...MADE, ...changed }))).toEqual([]);
  });

  test('from one that is off the bus: on', () => {
    expect(plan(state(MADE, null))).toEqual(['bind udc.0']);
  });

  test('from one on another controller: off and on', () => {
    expect(plan(state(MADE, 'udc.1'))).toEqual(['unbind', 'bind udc.0']);
  });

  test('another attribute of the device: off the bus, written, on', () => {
    expect(plan(state({ ...MADE, idVendor: attribute('0x046d') }))).toEqual([
      'unbind',
      'write idVendor=0x1d6b',
      'bind udc.0',
    ]);
  });

  test('another attribute of a function: out of its configuration while it is written', () => {
    expect(plan(state({ ...MADE, 'functions/hid.keyboard/report_length': attribute('16') }))).toEqual([
      'unbind',
      'unlink configs/c.1/hid.keyboard',
      'write functions/hid.keyboard/report_length=8',
      'link configs/c.1/hid.keyboard',
      'bind udc.0',
    ]);
  });

  test('what an older agent had beside: unlinked and removed, the deepest first', () => {
    const older = {
      ...MADE,
      'functions/hid.touch': folder,
      'configs/c.1/hid.touch': link('functions/hid.touch'),
      'configs/c.2': folder,
      'configs/c.2/strings/0x409': folder,
    };
    expect(plan(state(older))).toEqual([
      'unbind',
      'unlink configs/c.1/hid.touch',
      'remove-folder configs/c.2/strings/0x409',
      'remove-folder functions/hid.touch',
      'remove-folder configs/c.2',
      'bind udc.0',
    ]);
  });

  test('an agent that was killed in the middle: what is missing', () => {
    const { 'configs/c.1/hid.keyboard': _link, ...half } = MADE;
    expect(plan(state(half, null))).toEqual(['link configs/c.1/hid.keyboard', 'bind udc.0']);
  });
});
