// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { remove_folder, temporary_folder } from './folders.ts';
import { free_port, takes_connections } from './network.ts';
import { start_process } from './process.ts';
import { until } from './until.ts';

export interface CarriedText {
  from: string;
  to: string;
  text: string;
  /** Whether it travels with 16 bits for each letter. */
  wide: boolean;
}

export interface Kannel {
  /** Of its sendsms interface. */
  url: string;
  user: string;
  password: string;
  /** What it handed to the telephone company, which is this program. */
  carried: CarriedText[];
  stop(): Promise<void>;
}

/** Of a line of its pretended telephone company: "from to text <words>" or "from to ucs-2 <UTF-16BE, as in a query>". */
function read_line(line: string): CarriedText {
  const [from = '', to = '', kind = '', ...words] = line.split(' ');
  const rest = words.join(' ');
  if (kind === 'text') return { from, to, text: rest, wide: false };
  if (kind !== 'ucs-2') throw new Error(`a text message of another kind: ${kind}`);
  const bytes = Buffer.from(rest.replaceAll('+', ' ').replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
  return { from, to, text: bytes.swap16().toString('utf16le'), wide: true };
}

/**
 * A real Kannel on loopback (Debian package `kannel`): bearerbox and smsbox, with its own pretended telephone company, for
 * which we answer. It carries no number that begins with 06 99.
 */
export async function start_kannel(): Promise<Kannel> {
  const folder = temporary_folder('kannel');
  const [admin, boxes, company, sendsms] = [await free_port(), await free_port(), await free_port(), await free_port()];
  const user = 'rendez-vous';
  const password = randomBytes(12).toString('base64url');
  const config = join(folder, 'kannel.conf');
  const groups = [
    ['group = core', `admin-port = ${admin}`, 'admin-interface = 127.0.0.1', `admin-password = ${password}`, `smsbox-port = ${boxes}`, 'smsbox-interface = 127.0.0.1'],
    ['group = smsc', 'smsc = fake', 'smsc-id = company', `port = ${company}`, 'connect-allow-ip = 127.0.0.1', 'denied-prefix = "+33699"'],
    ['group = smsbox', 'bearerbox-host = 127.0.0.1', `sendsms-port = ${sendsms}`, 'sendsms-interface = 127.0.0.1'],
    ['group = sendsms-user', `username = ${user}`, `password = ${password}`, 'max-messages = 6', 'concatenation = false'],
  ];
  writeFileSync(config, groups.map((lines) => `${lines.join('\n')}\n`).join('\n'), { mode: 0o600 });
  const box = (command: string, port: number) =>
    start_process({ command, parameters: ['-v', '1', config], cwd: folder, log_file: join(folder, `${command}.log`), ready: () => takes_connections(port) });
  const endings: (() => unknown)[] = [() => remove_folder(folder)];
  const stop = async (): Promise<void> => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  try {
    const bearerbox = await box('/usr/sbin/bearerbox', boxes);
    endings.push(() => bearerbox.stop());
    const smsbox = await box('/usr/sbin/smsbox', sendsms);
    endings.push(() => smsbox.stop());
    const carried: CarriedText[] = [];
    const socket = await answer_for_the_company(company, carried);
    endings.push(() => socket.destroy());
    await until('Kannel to know its telephone company', () => bearerbox.log().includes('Fakesmsc client connected'));
    return { url: `http://127.0.0.1:${sendsms}/cgi-bin/sendsms`, user, password, carried, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answer_for_the_company(port: number, carried: CarriedText[]): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port });
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  let received = '';
  socket.setEncoding('utf8');
  socket.on('data', (part: string) => {
    const lines = (received + part).split('\n');
    received = lines.pop() ?? '';
    carried.push(...lines.map(read_line));
  });
  return socket;
}
