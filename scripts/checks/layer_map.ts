// SPDX-License-Identifier: EUPL-1.2

/** What a C++ file is, told by its path: its top folder and, inside a server feature, its role. */
export interface Place {
  top: 'platform' | 'kiosk_protocol' | 'server' | 'kiosk' | 'embedded' | 'tests' | 'elsewhere';
  /** Folder of a server feature ("fleet"), or "" outside one. */
  feature: string;
  role: 'rules' | 'service' | 'store' | 'wire' | 'program' | 'other';
  is_test: boolean;
}

const folders_of_the_program = ['demo', 'commands', 'migrations', 'program', 'testing'];
// embedded/ is written by the build: texts and SQL as C++ arrays.
const tops: readonly string[] = ['platform', 'kiosk_protocol', 'server', 'kiosk', 'embedded', 'tests'];

export function place_of(path: string): Place {
  const [first = '', second = '', ...rest] = path.split('/');
  const top = tops.includes(first) ? (first as Place['top']) : 'elsewhere';
  const is_test = /_(test|fixture|test_support)\.(cpp|hpp)$|\/test_\w+\.(cpp|hpp)$|\/testing\//.test(path);
  if (top !== 'server') return { top, feature: '', role: 'other', is_test };
  if (rest.length === 0 || folders_of_the_program.includes(second)) return { top, feature: '', role: 'program', is_test };
  return { top, feature: second, role: role_of(path), is_test };
}

function role_of(path: string): Place['role'] {
  const stem = (path.split('/').at(-1) ?? '').replace(/(_test|_fixture)?\.(cpp|hpp)$/, '');
  // A role may be spread over several files: kiosk_store.hpp, kiosk_store_rows.cpp.
  if (/(^|_)store(_|$)/.test(stem)) return 'store';
  if (/(^|_)services?(_|$)/.test(stem)) return 'service';
  if (/(^|_)(routes?|hub|realtime|commands|descriptions?)(_|$)/.test(stem)) return 'wire';
  return 'rules';
}

/** Headers of libraries that do input or output; rules see none of them. */
export const outside_world = /^(boost\/(asio|beast)|soci|openssl|sodium|curl|spdlog|prometheus|sqlite3|libpq|sys\/|netinet\/|unistd\.h)/;

/** What each library may be used by; everybody else goes through that folder. */
export const library_homes: { header: RegExp; homes: RegExp; instead: string }[] = [
  { header: /^boost\/beast/, homes: /^platform\/(http|ws)\//, instead: 'use platform/http or platform/ws' },
  { header: /^soci\//, homes: /^platform\/db\/|^server\/.*_store(_|\.)/, instead: 'put the SQL into the feature’s *_store.cpp' },
  { header: /^sodium|^openssl\//, homes: /^platform\/(crypto|ids|http|ws)\/|^kiosk\/interview\/secret_bytes\./, instead: 'use platform/crypto' },
  { header: /^curl\//, homes: /^platform\/(outgoing|mail)\/|^kiosk\/link\//, instead: 'use platform/outgoing, platform/mail or platform/sms' },
  { header: /^libical\//, homes: /^platform\/time\//, instead: 'use platform/time' },
  { header: /^spdlog\//, homes: /^platform\/log\//, instead: 'use platform/log' },
  { header: /^prometheus\//, homes: /^platform\/metrics\//, instead: 'use platform/metrics' },
  { header: /^sane\//, homes: /^kiosk\/scanner\//, instead: 'use kiosk/scanner' },
  { header: /^cups\//, homes: /^kiosk\/printer\//, instead: 'use kiosk/printer' },
];

/** For each role of a server feature: which roles of other server files it may include, and what to do instead. */
export const role_rules: Record<'rules' | 'service' | 'store' | 'wire', {
  may_include: Place['role'][];
  platform: RegExp;
  instead: string;
}> = {
  rules: {
    may_include: ['rules'],
    platform: /^platform\/(result|ids|time|text|json|crypto)\//,
    instead: 'rules are pure: pass what they need as a parameter, or give the file the name of its role (*_store, *_service, *_routes, *_hub, realtime_*)',
  },
  store: {
    may_include: ['rules', 'store'],
    platform: /^platform\/(result|ids|time|text|db|json|crypto)\//,
    instead: 'a store holds SQL alone: let the service call it and hand it plain values',
  },
  service: {
    may_include: ['rules', 'service', 'store'],
    platform: /^platform\/(?!http\/|ws\/)/,
    instead: 'a use case does not know the wire: take plain values and return a Result, and let the routes translate',
  },
  wire: {
    may_include: ['rules', 'service', 'wire'],
    platform: /^platform\/(?!db\/)/,
    instead: 'routes reach the database through a use case: call the service',
  },
};
