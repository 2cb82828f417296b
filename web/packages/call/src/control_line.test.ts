// SPDX-License-Identifier: EUPL-1.2
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Duplex } from '../test_support/duplex.ts';
import { ControlLineOverChannel } from './control_line.ts';
import type { IgnoredMessage } from './control.ts';

let adviser: ControlLineOverChannel<'adviser'>;
let kiosk: ControlLineOverChannel<'kiosk'>;
let line: Duplex;
let heard: string[];
let ignored: IgnoredMessage[];

function connect(): void {
  line = new Duplex();
  adviser.attach(line.a);
  kiosk.attach(line.b);
  line.open();
}
const ask = (command_id: string) => adviser.send({ type: 'cancel_scan', command_id });
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `C${index}`);

beforeEach(() => {
  adviser = new ControlLineOverChannel('adviser');
  kiosk = new ControlLineOverChannel('kiosk');
  heard = [];
  ignored = [];
  kiosk.when('cancel_scan', ({ command_id }) => heard.push(command_id));
  kiosk.on('ignored', (report) => ignored.push(report));
});
afterEach(() => {
  adviser.close();
  kiosk.close();
});

describe('commands from the adviser to the kiosk', () => {
  test('given before the line was there arrive in order once it is', async () => {
    expect(ask('C0')).toBe('kept');
    expect(ask('C1')).toBe('kept');
    connect();
    await line.run_until(() => heard.length === 2);
    expect(heard).toEqual(['C0', 'C1']);
  });

  test('that were lost with the line arrive after it is rebuilt, each exactly once', async () => {
    connect();
    numbered(40).forEach(ask);
    line.a.deliver(10);
    line.cut();
    connect();
    await line.run_until(() => heard.length === 40);
    line.cut();
    connect();
    ask('C40');
    await line.run_until(() => heard.length === 41);
    expect(heard).toEqual(numbered(41));
  });

  test('that were confirmed are not sent again', async () => {
    connect();
    numbered(20).forEach(ask);
    await line.run_until(() => heard.length === 20);
    kiosk.send({ type: 'granted' });
    await line.run_until(() => line.b.flying.length === 0);
    line.cut();
    connect();
    expect(line.a.flying).toHaveLength(0);
  });

  test('are refused rather than kept without end', () => {
    const answers = numbered(600).map(ask);
    expect(answers.filter((answer) => answer === 'kept')).toHaveLength(512);
    expect(answers.at(-1)).toBe('full');
  });

  test('that the new page of the other side never heard are given back', async () => {
    connect();
    ask('C0');
    await line.run_until(() => heard.length === 1);
    kiosk.send({ type: 'granted' });
    await line.run_until(() => line.b.flying.length === 0);
    line.cut();
    ask('C1');
    expect(adviser.peer_replaced()).toEqual([{ type: 'cancel_scan', command_id: 'C1' }]);
    kiosk = new ControlLineOverChannel('kiosk');
    kiosk.when('cancel_scan', ({ command_id }) => heard.push(command_id));
    connect();
    ask('C2');
    await line.run_until(() => heard.length === 2);
    expect(heard).toEqual(['C0', 'C2']);
  });
});

describe('what is not understood', () => {
  test('is reported and does not stop what follows', async () => {
    connect();
    line.a.send('no json');
    line.a.send(JSON.stringify({ n: 1, ack: 0, message: { type: 'dance' } }));
    line.a.send(JSON.stringify({ n: 2, ack: 0, message: { type: 'cancel_scan', command_id: 'C1' } }));
    await line.run_until(() => heard.length === 1);
    expect(ignored.map(({ reason }) => reason)).toEqual(['not_json', 'type_unknown']);
  });

  test('a message longer than the other side would take is not sent', () => {
    expect(adviser.send({ type: 'note', note_id: 'N1', text: 'x'.repeat(70_000), finished: true })).toBe('too_long');
  });
});
