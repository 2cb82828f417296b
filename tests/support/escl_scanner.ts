// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { remove_folder, temporary_folder } from './folders.ts';
import { form_pdf } from './form.ts';

/** What lies in the feeder: the codes (16 hexadecimal digits) of the forms on its front and on its back. */
export interface Sheet {
  front: string;
  back: string;
}

interface Job {
  both_sides: boolean;
  resolution: number;
  grey: boolean;
  sides: string[];
}

const namespaces =
  'xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"';
const a4 = { width: 2480, height: 3508 }; // in 1/300 inch, the unit of eSCL
const resolutions = [150, 200, 300, 600];

const feeder_side = `<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>${a4.width}</scan:MaxWidth><scan:MinHeight>16</scan:MinHeight>
<scan:MaxHeight>${a4.height}</scan:MaxHeight><scan:MaxScanRegions>1</scan:MaxScanRegions><scan:SettingProfiles><scan:SettingProfile>
<scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat></scan:DocumentFormats>
<scan:SupportedResolutions><scan:DiscreteResolutions>${resolutions
  .map((one) => `<scan:DiscreteResolution><scan:XResolution>${one}</scan:XResolution><scan:YResolution>${one}</scan:YResolution></scan:DiscreteResolution>`)
  .join('')}</scan:DiscreteResolutions></scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>`;

const capabilities = `<?xml version="1.0" encoding="UTF-8"?><scan:ScannerCapabilities ${namespaces}><pwg:Version>2.63</pwg:Version>
<pwg:MakeAndModel>Two-sided feeder</pwg:MakeAndModel><scan:Adf><scan:AdfSimplexInputCaps>${feeder_side}</scan:AdfSimplexInputCaps>
<scan:AdfDuplexInputCaps>${feeder_side}</scan:AdfDuplexInputCaps><scan:FeederCapacity>50</scan:FeederCapacity>
<scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption><scan:AdfOption>Duplex</scan:AdfOption></scan:AdfOptions></scan:Adf>
</scan:ScannerCapabilities>`;

/**
 * A scanner of the network with a feeder that reads both sides, in the language that such scanners speak (eSCL, Mopria
 * Alliance). The kiosk reaches it through SANE's own driver for them, `airscan`.
 */
export class EsclScanner {
  /** For SANE_CONFIG_DIR of the kiosk. */
  readonly config_folder: string;
  /** Its name for the kiosk. */
  readonly device = 'airscan:e0:Feeder';
  readonly #folder = temporary_folder('escl');
  readonly #server: Server;
  readonly #jobs = new Map<string, Job>();
  #sheets: Sheet[] = [];

  private constructor() {
    this.config_folder = join(this.#folder, 'sane');
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<EsclScanner> {
    const scanner = new EsclScanner();
    await new Promise<void>((listening) => scanner.#server.listen(0, '127.0.0.1', listening));
    const { port } = scanner.#server.address() as AddressInfo;
    mkdirSync(scanner.config_folder);
    writeFileSync(join(scanner.config_folder, 'dll.conf'), 'airscan\n');
    writeFileSync(
      join(scanner.config_folder, 'airscan.conf'),
      `[devices]\n"Feeder" = http://127.0.0.1:${port}/eSCL, eSCL\n[options]\ndiscovery = disable\n`,
    );
    return scanner;
  }

  /** Lays a stack into the feeder; the first sheet is read first. */
  load(sheets: readonly Sheet[]): void {
    this.#sheets = [...sheets];
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
    remove_folder(this.#folder);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = `${request.method} ${request.url}`;
    const job_id = /^\/eSCL\/ScanJobs\/(\d+)/.exec(request.url ?? '')?.[1] ?? '';
    if (asked === 'GET /eSCL/ScannerCapabilities') return xml(response, capabilities);
    if (asked === 'GET /eSCL/ScannerStatus') return xml(response, this.#status());
    if (asked === 'POST /eSCL/ScanJobs') return this.#begin(await body_of(request), response);
    if (asked.endsWith('/NextDocument')) return this.#next(this.#jobs.get(job_id), response);
    if (request.method === 'DELETE' && this.#jobs.delete(job_id)) return void response.writeHead(200).end();
    response.writeHead(404).end();
  }

  #status(): string {
    const adf = this.#sheets.length > 0 ? 'ScannerAdfLoaded' : 'ScannerAdfEmpty';
    return `<?xml version="1.0" encoding="UTF-8"?><scan:ScannerStatus ${namespaces}><pwg:Version>2.63</pwg:Version>
<pwg:State>Idle</pwg:State><scan:AdfState>${adf}</scan:AdfState></scan:ScannerStatus>`;
  }

  #begin(settings: string, response: ServerResponse): void {
    if (this.#sheets.length === 0) return void response.writeHead(409).end();
    const value = (name: string): string => new RegExp(`:${name}>([^<]*)<`).exec(settings)?.[1] ?? '';
    const job = { both_sides: value('Duplex') === 'true', resolution: Number(value('XResolution')), grey: value('ColorMode') === 'Grayscale8', sides: [] };
    const job_id = String(this.#jobs.size + 1);
    this.#jobs.set(job_id, job);
    response.writeHead(201, { location: `/eSCL/ScanJobs/${job_id}` }).end();
  }

  /** The next side; the sheet that it is on leaves the stack. */
  #next(job: Job | undefined, response: ServerResponse): void {
    if (job === undefined) return void response.writeHead(404).end();
    if (job.sides.length === 0) {
      const sheet = this.#sheets.shift();
      if (sheet !== undefined) job.sides = job.both_sides ? [sheet.front, sheet.back] : [sheet.front];
    }
    const side = job.sides.shift();
    if (side === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'image/jpeg' }).end(this.#picture(side, job));
  }

  #picture(code: string, job: Job): Buffer {
    const stem = join(this.#folder, code);
    writeFileSync(`${stem}.pdf`, form_pdf(code));
    const how = ['-jpeg', '-r', String(job.resolution), '-singlefile', ...(job.grey ? ['-gray'] : [])];
    execFileSync('pdftoppm', [...how, `${stem}.pdf`, stem]);
    return readFileSync(`${stem}.jpg`);
  }
}

function xml(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'text/xml' }).end(text);
}

async function body_of(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
