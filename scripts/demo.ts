// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../tests/support/folders.ts';
import { start_installation, type Installation } from '../tests/support/installation.ts';
import { free_port, takes_connections } from '../tests/support/network.ts';
import { take_album } from './film/album.ts';
import { play_film } from './film/play.ts';

/** Each program has a host name of its own: browsers send the cookies of one host to each of its ports. */
const server_host = 'parvis.localhost';
const kiosk_host = 'borne.localhost';

const film_folder = join(repository, 'demo-output');
/** The film takes about a minute; one that takes this long is stuck. */
const film_limit_ms = 6 * 60_000;

function show_addresses(installation: Installation): void {
  const { server, kiosk, printer } = installation;
  console.log(`
The kiosk, for the citizen:            ${kiosk.start_url()}
Adviser, front desk, network, sign-in: ${server.url}/
Portal, for citizens at home:          ${server.url}/portal/
Accounts:`);
  for (const line of account_lines(server.log())) console.log(`  ${line}`);
  console.log(`
What the printer prints:               ${printer.papers_folder}
On the scanner's glass:                ${installation.form.pdf}
Press Ctrl-C to stop everything.`);
}

/** The server prints its demonstration accounts as plain lines between its log lines, which are JSON. */
function account_lines(log: string): string[] {
  return log.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('{'));
}

function has_a_screen(): boolean {
  return process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
}

function open_pages(installation: Installation): void {
  for (const url of [installation.kiosk.start_url(), `${installation.server.url}/`]) {
    const opener = spawn('xdg-open', [url], { stdio: 'ignore', detached: true });
    opener.on('error', () => console.log(`No program opens addresses here: open ${url} yourself.`));
    opener.unref();
  }
}

function wait_for_the_end(): Promise<void> {
  return new Promise((resolve) => {
    const alive = setInterval(() => {}, 60_000);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        clearInterval(alive);
        resolve();
      });
    }
  });
}

async function film(installation: Installation): Promise<number> {
  const stuck = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`the film is not over after ${film_limit_ms / 1000} s`)), film_limit_ms).unref();
  });
  try {
    await Promise.race([play_film(installation, film_folder), stuck]);
    console.log(`Everything was seen. Pictures, papers, the record of the wipe and the timeline are in ${film_folder}`);
    return 0;
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
    console.error(`What was seen until then is in ${film_folder}`);
    return 1;
  }
}

async function free_or(wanted: number): Promise<number> {
  return (await takes_connections(wanted)) ? free_port() : wanted;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { 'no-browser': { type: 'boolean', default: false }, film: { type: 'boolean', default: false }, album: { type: 'boolean', default: false } },
  });
  const end = wait_for_the_end();
  const installation = await start_installation({
    server_port: await free_or(8080),
    kiosk_port: await free_or(8484),
    server_host,
    kiosk_host,
    commune: 'Bretenoux',
    // The film tells of one person alone.
    with_a_day: !values.film,
    say: (sentence) => console.log(`-- ${sentence}`),
  });
  try {
    if (values.album) return await take_album(installation, film_folder).then(() => 0);
    if (values.film) return await Promise.race([film(installation), end.then(() => 130)]);
    show_addresses(installation);
    if (!values['no-browser'] && has_a_screen()) open_pages(installation);
    await end;
    console.log('\nStopping ...');
    return 0;
  } finally {
    await installation.stop();
  }
}

process.exitCode = await main();
process.exit();
