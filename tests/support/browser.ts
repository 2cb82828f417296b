// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Debian's launcher; TEST_CHROMIUM names another one (inside a network namespace, say). */
const executable = process.env.TEST_CHROMIUM ?? '/usr/bin/chromium';

/** Chromium talks to nobody but the pages under test. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-features=OptimizationHints,MediaRouter,Translate,InterestFeedContentSuggestions',
];

/** The address of this machine's only network card may be unreachable, so calls use loopback too. */
const loopback_calls = ['--allow-loopback-in-peer-connection'];

export type Role = 'kiosk' | 'adviser' | 'desk' | 'technician' | 'telephone';

export interface BrowserOptions {
  /** Pictures per second of the fake camera. Two calls of 30 fill two cores, so 15. */
  camera_rate?: number;
  /** A .mjpeg or .y4m file shown instead of the fake camera's moving disc. */
  camera_file?: string;
  /** No camera and no microphone answer at all. */
  without_devices?: boolean;
  /** The person is asked for the camera, and the story answers. */
  ask_permission?: boolean;
  /** Where the person is, in degrees, if they let the page know. */
  position?: { latitude: number; longitude: number };
  /** Calls find no way but the relay, as between two strict firewalls. */
  relayed?: boolean;
}

/** Runs in a page before its own scripts. */
function allow_relay_only(): void {
  const Plain = RTCPeerConnection;
  const relayed = (configuration: RTCConfiguration = {}): RTCConfiguration => ({ ...configuration, iceTransportPolicy: 'relay' });
  window.RTCPeerConnection = class extends Plain {
    constructor(configuration?: RTCConfiguration) {
      super(relayed(configuration));
    }
    override setConfiguration(configuration?: RTCConfiguration): void {
      super.setConfiguration(relayed(configuration));
    }
  };
}

function device_flags(options: BrowserOptions): string[] {
  if (options.without_devices === true) return ['--use-fake-ui-for-media-stream'];
  const rate = options.camera_rate ?? 15;
  const flags = [`--use-fake-device-for-media-stream=fps=${rate}`, '--autoplay-policy=no-user-gesture-required'];
  if (options.ask_permission !== true) flags.push('--use-fake-ui-for-media-stream');
  if (options.camera_file !== undefined) flags.push(`--use-file-for-fake-video-capture=${options.camera_file}`);
  return flags;
}

/** The screen each role sits in front of, in CSS pixels. */
const screens: Record<Role, { width: number; height: number }> = {
  kiosk: { width: 1080, height: 1920 },
  adviser: { width: 1440, height: 900 },
  desk: { width: 1280, height: 800 },
  technician: { width: 1280, height: 800 },
  telephone: { width: 390, height: 844 },
};

export interface RoleBrowser {
  browser: Browser;
  context: BrowserContext;
  page: Page;
  /** Sentences that the page wrote to its console as errors, and exceptions that nobody caught. */
  complaints: string[];
  close(): Promise<void>;
}

/** A browser of its own for one role, headless, with fake camera and microphone, a French speaker and an empty profile. */
export async function launch_browser(
  role: Role,
  options: BrowserOptions & { screen?: { width: number; height: number }; language?: string } = {},
): Promise<RoleBrowser> {
  if (!existsSync(executable)) throw new Error(`${executable} is missing: run scripts/setup --for-tests`);
  const browser = await chromium.launch({
    executablePath: executable,
    args: [...quiet, ...loopback_calls, ...device_flags(options)],
  });
  const context = await browser.newContext({
    viewport: options.screen ?? screens[role],
    locale: options.language ?? 'fr-FR',
    timezoneId: 'Europe/Paris',
    hasTouch: role === 'kiosk' || role === 'telephone',
    acceptDownloads: true,
    ...(options.position === undefined ? {} : { geolocation: options.position, permissions: ['geolocation'] }),
  });
  if (options.relayed === true) await context.addInitScript(allow_relay_only);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${role}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${role}: ${message.text()}`);
  });
  return { browser, context, page, complaints, close: () => browser.close() };
}
