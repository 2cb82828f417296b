// SPDX-License-Identifier: EUPL-1.2
import { give_to } from './account.ts';
import { start_coturn, type Coturn } from './coturn.ts';
import { start_cups, type VirtualPrinter } from './cups.ts';
import { remove_folder, temporary_folder } from './folders.ts';
import { make_form, type Form } from './form.ts';
import { StartedKiosk } from './kiosk.ts';
import { free_port } from './network.ts';
import { pair_kiosk } from './pairing.ts';
import { sane_config, type VirtualScanner } from './scanner.ts';
import { StartedServer } from './server.ts';
import type { TomlTable } from './toml.ts';
import { Wiretap } from './wiretap.ts';

export interface InstallationOptions {
  server_port?: number;
  kiosk_port?: number;
  /** Host names in the addresses that people see; 127.0.0.1 without them. */
  server_host?: string;
  kiosk_host?: string;
  server_settings?: TomlTable;
  kiosk_settings?: TomlTable;
  /** Commune of the demonstration network whose kiosk this becomes; undefined leaves it unpaired. */
  commune?: string;
  /** The kiosk's SANE configuration instead of the one with the virtual scanners: see start_network_scanner. */
  scanner_config?: string;
  /** The account that the kiosk's program runs as where we are root; the scanner's folder is then that account's too. */
  kiosk_account?: string;
  /** Somebody listens between the server and everybody else: see wiretap.ts. */
  wiretap?: boolean;
  /** People are expected and wait today. */
  with_a_day?: boolean;
  /** Hears what is being started. */
  say?: (sentence: string) => void;
}

/** Everything an interview needs, started in order; `stop` ends it in reverse order. */
export interface Installation {
  coturn: Coturn;
  printer: VirtualPrinter;
  scanner: VirtualScanner;
  /** The form that lies on the scanner's glass. */
  form: Form;
  server: StartedServer;
  kiosk: StartedKiosk;
  /** Stands before the server when it was asked for. */
  wiretap: Wiretap | undefined;
  stop(): Promise<void>;
}

const first_form = 'c0ffee5eed0ff1ce';

export async function start_installation(options: InstallationOptions = {}): Promise<Installation> {
  const say = options.say ?? (() => {});
  const endings: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (let end = endings.pop(); end !== undefined; end = endings.pop()) await end();
  };
  try {
    const folder = temporary_folder('devices');
    endings.push(() => remove_folder(folder));
    say('relay (coturn)');
    const coturn = await start_coturn();
    endings.push(() => coturn.stop());
    say('printing system (CUPS) with a virtual printer');
    const printer = await start_cups();
    endings.push(() => printer.stop());
    say('virtual scanner (SANE) with a form on its glass');
    const form = make_form(folder, first_form);
    const own_scanner = sane_config(folder, { picture: form.picture });
    const scanner = { ...own_scanner, config_folder: options.scanner_config ?? own_scanner.config_folder };
    if (options.kiosk_account !== undefined) give_to(options.kiosk_account, folder);
    say('server');
    const server = await StartedServer.start({
      ...(options.server_port === undefined ? {} : { port: options.server_port }),
      ...(options.server_host === undefined ? {} : { host: options.server_host }),
      with_a_day: options.with_a_day ?? false,
      settings: { turn: { urls: coturn.urls, secret: coturn.secret }, ...options.server_settings },
    });
    endings.push(() => server.stop());
    const wiretap = options.wiretap === true ? await Wiretap.before(server.port, await free_port()) : undefined;
    if (wiretap !== undefined) endings.push(() => wiretap.stop());
    say('kiosk');
    const kiosk = await StartedKiosk.start({
      server: `http://127.0.0.1:${wiretap?.port ?? server.port}`,
      scanner,
      printer,
      ...(options.kiosk_port === undefined ? {} : { port: options.kiosk_port }),
      ...(options.kiosk_host === undefined ? {} : { host: options.kiosk_host }),
      ...(options.kiosk_settings === undefined ? {} : { settings: options.kiosk_settings }),
      ...(options.kiosk_account === undefined ? {} : { account: options.kiosk_account }),
    });
    endings.push(() => kiosk.stop());
    if (options.commune !== undefined) {
      say(`pairing: this is the kiosk of ${options.commune}`);
      await pair_kiosk(server, kiosk, options.commune);
    }
    return { coturn, printer, scanner, form, server, kiosk, wiretap, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
