// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { find_wrong_includes } from './layers.ts';

const advice = (path: string, include: string): string | undefined =>
  find_wrong_includes(path, `#include ${include}\n`)[0]?.message;

test('rules see no database, no wire and no library of the outside world', () => {
  expect(advice('server/fleet/kiosk_state.cpp', '"platform/db/database.hpp"')).toContain('rules are pure');
  expect(advice('server/fleet/kiosk_state.cpp', '"server/fleet/kiosk_store.hpp"')).toContain('rules are pure');
  expect(advice('server/fleet/kiosk_state.cpp', '<boost/asio/steady_timer.hpp>')).toContain('rules are pure');
  expect(advice('server/fleet/kiosk_state.cpp', '"platform/time/zone.hpp"')).toBeUndefined();
  expect(advice('server/fleet/kiosk_state.cpp', '<vector>')).toBeUndefined();
  expect(advice('server/fleet/kiosk_state.cpp', '"platform/json/json.hpp"')).toBeUndefined();
});

test('a service uses its own store and other services, not the wire and not another feature’s store', () => {
  expect(advice('server/interview/interview_service.cpp', '"server/interview/interview_store.hpp"')).toBeUndefined();
  expect(advice('server/interview/interview_service.cpp', '"server/fleet/kiosk_service.hpp"')).toBeUndefined();
  expect(advice('server/interview/interview_service.cpp', '"server/fleet/kiosk_store.hpp"')).toContain('server/fleet/*_service.hpp');
  expect(advice('server/interview/interview_service.cpp', '"platform/http/message.hpp"')).toContain('does not know the wire');
});

test('a store holds SQL alone and nobody else does', () => {
  expect(advice('server/fleet/kiosk_store.cpp', '<soci/soci.h>')).toBeUndefined();
  expect(advice('server/fleet/kiosk_store.cpp', '"server/fleet/kiosk_service.hpp"')).toContain('SQL alone');
  expect(advice('server/fleet/kiosk_service.cpp', '<soci/soci.h>')).toContain('*_store.cpp');
});

test('routes reach the database through a service', () => {
  expect(advice('server/fleet/kiosk_routes.cpp', '"server/fleet/kiosk_store.hpp"')).toContain('call the service');
  expect(advice('server/fleet/kiosk_routes.cpp', '"platform/db/database.hpp"')).toContain('call the service');
  expect(advice('server/fleet/kiosk_routes.cpp', '"platform/http/router.hpp"')).toBeUndefined();
});

test('the two programs meet in kiosk_protocol, and platform knows neither', () => {
  expect(advice('server/fleet/kiosk_service.cpp', '"kiosk/link/link.hpp"')).toContain('kiosk_protocol/');
  expect(advice('kiosk/link/link.cpp', '"server/fleet/kiosk_state.hpp"')).toContain('kiosk_protocol/');
  expect(advice('platform/http/server.cpp', '"kiosk_protocol/ids.hpp"')).toContain('no word of the domain');
});

test('libraries stay in their folder', () => {
  expect(advice('server/interview/console_hub.cpp', '<boost/beast/http/message.hpp>')).toContain('platform/http');
  expect(advice('kiosk/link/link.cpp', '<sane/sane.h>')).toContain('kiosk/scanner');
});

test('main.cpp composes everything, and nothing includes it back', () => {
  expect(advice('server/main.cpp', '"server/fleet/kiosk_store.hpp"')).toBeUndefined();
  expect(advice('server/fleet/kiosk_service.cpp', '"server/settings.hpp"')).toContain('main.cpp knows the features');
});

test('only tests include the support of tests', () => {
  expect(advice('kiosk/scanner/scanner_test.cpp', '"tests/support/devices/decode_jpeg.hpp"')).toBeUndefined();
  expect(advice('kiosk/scanner/scanner.cpp', '"tests/support/devices/decode_jpeg.hpp"')).toBeDefined();
});
